"""Inline styles that every picture without a kernel shares."""

from __future__ import annotations

from typing import Final

BOX: Final = "border:1px solid rgba(127,127,127,.45);border-radius:4px"
MONO: Final = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:13px"
