"""Finds the source of what is being stepped, and the place in it where a frame stands."""

from __future__ import annotations

import functools
import inspect
import linecache
from itertools import chain, islice
from types import CodeType, FrameType
from typing import Any, Final

from lazylab.records import Kind, Source, Span

SHOWN: Final = 300  # lines


def code_of(thing: Any) -> CodeType | None:
    """Return the code that calling (or resuming) `thing` would run, if it is Python code."""
    while isinstance(thing, functools.partial):
        thing = thing.func
    thing = inspect.unwrap(thing) if inspect.isroutine(thing) else thing
    thing = getattr(thing, "__func__", thing)
    code = getattr(thing, "gi_code", None) or getattr(thing, "__code__", None)
    return code if isinstance(code, CodeType) else None


def source_of(name: str, call: str, kind: Kind, code: CodeType | None) -> Source:
    """Return the source behind `code` as a record; without one, the record says why."""
    if code is None:
        return Source(name, call, kind, note=_why_none(name, kind))
    lines = _file_lines(code)
    if not lines:
        note = f"No source: {name} was made without a file or a cell (by exec, for example)."
        return Source(name, call, kind, note=note, first_line=code.co_firstlineno)
    first, last = _extent(code, lines)
    shown = [line.rstrip("\n") for line in lines[first - 1 : min(last, first + SHOWN - 1)]]
    margin = len(shown[0]) - len(shown[0].lstrip())
    note = f"The first {SHOWN} of {last - first + 1} lines." if last - first >= SHOWN else ""
    return Source(name, call, kind, tuple(_cut(x, margin) for x in shown), first, margin, note)


def spoken_name(name: str) -> str:
    """Return the name to show; ``<genexpr>`` would look like markup and is no word."""
    return {"<genexpr>": "generator expression", "<lambda>": "lambda"}.get(name, name)


def line_text(code: CodeType, line: int) -> str:
    """Return one file line of `code`, stripped; empty when there is no source."""
    lines = _file_lines(code)
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""


def paused_expression(frame: FrameType) -> Span | None:
    """Return the ``yield`` or ``yield from`` expression a suspended frame stands in.

    `co_positions` counts columns in UTF-8 bytes of the file line; the span counts characters.
    """
    code = frame.f_code
    at = next(islice(code.co_positions(), frame.f_lasti // 2, None), None)
    if at is None:
        return None
    line, end_line, column, end_column = at
    if line is None or end_line is None or column is None or end_column is None:
        return None
    lines = _file_lines(code)
    if not 0 < line <= end_line <= len(lines):
        return None
    start = _characters(lines[line - 1], column)
    end = _characters(lines[end_line - 1], end_column)
    return Span(line, start, end_line, end)


def _why_none(name: str, kind: Kind) -> str:
    if kind == "function":
        return f"{name} has no Python source that could be shown before it is called."
    return f"{name} is written in C: it has no Python frame and no source lines to show."


def _file_lines(code: CodeType) -> list[str]:
    return linecache.getlines(code.co_filename)


def _extent(code: CodeType, lines: list[str]) -> tuple[int, int]:
    """Return the first and last file line of the function or expression `code` was made from."""
    first = code.co_firstlineno
    if code.co_name.startswith("<"):  # a generator expression or a lambda is part of a line
        numbers = list(_line_numbers(code))
        return min(numbers, default=first), max(numbers, default=first)
    # getblock reads tokens: it keeps what leaves no instruction, such as a comment or `pass`
    return first, first - 1 + max(len(inspect.getblock(lines[first - 1 :])), 1)


def _line_numbers(code: CodeType) -> chain[int]:
    positions = (p[:2] for p in code.co_positions())
    return chain.from_iterable((line or end, end) for line, end in positions if end)


def _cut(line: str, margin: int) -> str:
    # a continuation line or a comment may stand further left than the `def`
    return line[margin:] if not line[:margin].strip() else line


def _characters(line: str, byte_column: int) -> int:
    return len(line.encode()[:byte_column].decode(errors="replace"))
