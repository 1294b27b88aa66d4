"""Long streams of items that are never the same object twice, for cases that look at memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

_ABOVE: Final = 1_000  # smaller ints may be shared by the interpreter
_RUN: Final = 7


def strings(n: int) -> Iterator[str]:
    """Return `n` texts of 60 characters."""
    return (f"{i:060d}" for i in range(n))


def large(n: int) -> Iterator[int]:
    """Return `n` ascending ints."""
    return (_ABOVE + i for i in range(n))


def mixed(items: Iterable[Any], others: Iterable[Any]) -> Iterator[Any]:
    """Return `items` with all of `others` after every seventh, for what goes wrong far out only."""
    others = tuple(others)
    for n, item in enumerate(items, 1):
        yield item
        if n % _RUN == 0:
            yield from others
