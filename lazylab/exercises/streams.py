"""Long streams of items that are never the same object twice, for cases that look at memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_ABOVE: Final = 1_000  # smaller ints may be shared by the interpreter


def strings(n: int) -> Iterator[str]:
    """Return `n` texts of 60 characters."""
    return (f"{i:060d}" for i in range(n))


def large(n: int) -> Iterator[int]:
    """Return `n` ascending ints."""
    return (_ABOVE + i for i in range(n))
