"""One repr for every room: bounded in time and length, the same on every run, never raising."""

from __future__ import annotations

import itertools
import re
import reprlib
from typing import Any, Final

LIMIT: Final = 120
_ADDRESS: Final = re.compile(r" at 0x[0-9A-Fa-f]+")
_LONGEST_INT: Final = 130  # bits: 39 digits, what reprlib would still show whole


class _Repr(reprlib.Repr):
    """reprlib's, with no sorting of large containers and a word for what cannot be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = 4
        self.maxstring = self.maxother = LIMIT
        self.maxlist = self.maxtuple = self.maxset = self.maxfrozenset = self.maxdeque = 8
        self.maxdict = self.maxarray = 6
        self.fillvalue = "…"

    def repr1(self, x: Any, level: int) -> str:
        # reprlib picks its method by the type's *name*; a learner's class may be called `list`.
        if type(x).__module__ in {"builtins", "collections", "array"}:
            return super().repr1(x, level)
        return self.repr_instance(x, level)

    def repr_int(self, x: int, level: int) -> str:  # noqa: ARG002
        if x.bit_length() <= _LONGEST_INT:
            return repr(x)
        # str() of a very long int is quadratic, and from 4,301 digits on a ValueError
        digits = int(x.bit_length() * 0.30102999566398120) + 1
        return f"<int of about {digits:,} digits>"

    def repr_dict(self, x: dict[Any, Any], level: int) -> str:
        if not x:
            return "{}"
        if level <= 0:
            return "{…}"
        shown = itertools.islice(x.items(), self.maxdict)
        items = [f"{self.repr1(k, level - 1)}: {self.repr1(v, level - 1)}" for k, v in shown]
        return "{" + ", ".join(items + ["…"] * (len(x) > self.maxdict)) + "}"

    def repr_set(self, x: set[Any], level: int) -> str:
        return self._set(x, level, "{", "}") if x else "set()"

    def repr_frozenset(self, x: frozenset[Any], level: int) -> str:
        return self._set(x, level, "frozenset({", "})") if x else "frozenset()"

    def _set(self, x: set[Any] | frozenset[Any], level: int, left: str, right: str) -> str:
        if level <= 0:
            return f"{left}…{right}"
        if len(x) > self.maxset:
            shown = [self.repr1(item, level - 1) for item in itertools.islice(x, self.maxset)]
            return left + ", ".join([*shown, "…"]) + right
        # a set's order changes from process to process: sort what is shown
        return left + ", ".join(sorted(self.repr1(item, level - 1) for item in x)) + right

    def repr_bytes(self, x: bytes, level: int) -> str:  # noqa: ARG002
        return repr(x[: self.maxstring])

    def repr_bytearray(self, x: bytearray, level: int) -> str:  # noqa: ARG002
        return repr(x[: self.maxstring])

    def repr_instance(self, x: Any, level: int) -> str:  # noqa: ARG002
        try:
            text = repr(x)[: 4 * self.maxother]
        except BaseException as error:  # noqa: BLE001 - a stop or a SystemExit ends the repr, not us
            return f"<{_type_name(x)}: its repr raised {type(error).__name__}>"
        return without_addresses(text)


_REPR: Final = _Repr()


def _type_name(value: object) -> str:
    return type.__dict__["__name__"].__get__(type(value))  # type: ignore[no-any-return]


def without_addresses(text: str) -> str:
    """Return `text` with each ``at 0x7f…`` folded: it differs on every run and says nothing."""
    return _ADDRESS.sub(" at 0x…", text)


def clip(text: str, limit: int = LIMIT) -> str:
    """Cut `text` to at most `limit` characters, the last of them an ellipsis when cut."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def safe_repr(value: object, limit: int = LIMIT) -> str:
    """Return a one-line repr of `value`, at most `limit` characters long.

    Addresses become ``0x…``, a failing ``__repr__`` becomes a sentence, line breaks become
    ``⏎`` and what UTF-8 cannot carry is escaped. It never raises: a stop while a ``__repr__``
    runs ends that repr.
    """
    try:
        text = _REPR.repr(value)
    except BaseException as error:  # noqa: BLE001 - a hostile __len__, __class__, metaclass …
        text = f"<{_type_name(value)}: its repr raised {type(error).__name__}>"
    return clip(one_line(text[: 4 * limit]), limit)


def one_line(text: str) -> str:
    """Return `text` on one line, with every character that cannot be printed escaped."""
    text = text.replace("\r\n", "⏎").replace("\n", "⏎")
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def error_text(error: BaseException, limit: int = LIMIT) -> str:
    """Return ``Type: message`` for an exception, without its traceback."""
    try:
        message = str(error)[: 4 * limit]
    except BaseException as failure:  # noqa: BLE001
        message = f"<its message raised {type(failure).__name__}>"
    name = _type_name(error)
    return clip(one_line(f"{name}: {message}" if message else name), limit)
