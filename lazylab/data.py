"""The running story's data: the access log of a web shop, made line by line, without a file."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Final

from lazylab.errors import Refused
from lazylab.reprs import safe_repr

PATHS: Final = (
    "/",
    "/tea",
    "/cart",
    "/tea/green",
    "/cups",
    "/tea/black",
    "/search?q=mint",
    "/checkout",
)
_GONE: Final = "/tea/white"  # a page the shop no longer has
_MONTH: Final = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_FIRST_DAY: Final = date(2026, 3, 1).toordinal()
_OPENING: Final = 6 * 3600  # seconds after midnight
_DAY: Final = 24 * 3600
_HOSTS: Final = 250
_BREAKS_DOWN: Final = 0.002  # chances, per line
_IS_MENDED: Final = 0.15


def access_log(n: int | None = None, *, seed: int = 2026) -> Iterator[str]:
    """Return the first `n` lines of the shop's log; without `n` it never ends.

    A line has the common log format and about 80 characters, without its line end::

        198.51.100.7 - - [01/Mar/2026:06:00:00 +0000] "GET /tea HTTP/1.1" 200 5120

    Parameters
    ----------
    n : how many lines.
    seed : another number makes another log; the same number makes the same one on every Python.

    Raises
    ------
    Refused : at the call, when `n` is not a number of lines.
    """
    if n is not None and not (isinstance(n, int) and n >= 0):  # type: ignore[redundant-expr]
        raise Refused(
            f"access_log() takes a number of lines, such as access_log(10); got {safe_repr(n, 40)}."
        )
    return islice(_lines(seed), n)


def _lines(seed: int) -> Iterator[str]:
    # only random() is promised to give the same numbers on every Python
    draw = random.Random(seed).random  # noqa: S311 - a story, not a secret
    second = _OPENING
    is_down = False
    while True:
        is_down = draw() >= _IS_MENDED if is_down else draw() < _BREAKS_DOWN
        status = 503 if is_down else _status(draw())
        path = _GONE if status == 404 else PATHS[int(len(PATHS) * draw() ** 2)]  # noqa: PLR2004
        method = "POST" if path == "/checkout" else "GET"
        size = 0 if status >= 300 else 400 + int(9_600 * draw())  # noqa: PLR2004
        host = int(_HOSTS * draw() ** 3) + 1  # a few hosts ask often, most ask seldom
        yield (
            f"198.51.100.{host} - - [{_stamp(second)} +0000] "
            f'"{method} {path} HTTP/1.1" {status} {size}'
        )
        second += int(3 * draw())


def _status(drawn: float) -> int:
    return 404 if drawn < 0.03 else 302 if drawn < 0.08 else 200  # noqa: PLR2004


def _stamp(second: int) -> str:
    # not strftime: its month names follow the machine's language
    days, rest = divmod(second, _DAY)
    day = date.fromordinal(_FIRST_DAY + days)
    clock = f"{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
    return f"{day.day:02}/{_MONTH[day.month - 1]}/{day.year}:{clock}"
