"""What stands in a case for an input that is made afresh for every run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, Protocol, runtime_checkable

from lazylab.observe.laziness import Meter
from lazylab.reprs import safe_repr

Form = Literal["list", "iterator", "generator", "dict", "tuple"]


@runtime_checkable
class Input(Protocol):
    """An argument that has to be made for each run, because a run uses it up or could change it."""

    def make(self, meter: Meter, form: Form, fails_after: int | None) -> Any:
        """Return the argument; what is taken from it counts in `meter`."""

    def text(self, form: Form) -> str:
        """Return the argument as a learner would type it."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A finite iterable of `items`, given as a list or in another form."""

    items: tuple[Any, ...]
    label: str = ""

    def make(self, meter: Meter, form: Form, fails_after: int | None) -> Any:
        """Return it in `form`; lists inside are fresh, all other items are the same objects."""
        items = fresh(list(self.items))
        if form == "iterator" or fails_after is not None:
            return meter.source(items, fails_after)
        makers: dict[str, Callable[[list[Any]], Any]] = {
            "list": list,
            "generator": iterated,
            "dict": dict.fromkeys,
            "tuple": tuple,
        }
        return makers[form](items)

    def text(self, form: Form) -> str:
        """Return the text of it in `form`."""
        shown = self.label or f"[{', '.join(safe_repr(item, 60) for item in self.items)}]"
        return {
            "list": shown,
            "iterator": f"iter({shown})",
            "generator": f"(x for x in {shown})",
            "dict": f"dict.fromkeys({shown})",
            "tuple": f"tuple({shown})",
        }[form]

    @property
    def is_hashable(self) -> bool:
        """Whether a dict can have these items as keys, each once."""
        try:
            return len(set(self.items)) == len(self.items)
        except TypeError:
            return False


@dataclass(frozen=True, slots=True)
class Endless:
    """An iterable without end: ``items()`` makes it."""

    items: Callable[[], Iterator[Any]]
    label: str

    def make(self, meter: Meter, form: Form, fails_after: int | None) -> Any:  # noqa: ARG002
        """Return it; it is an iterator in every form."""
        return meter.source(self.items(), fails_after)

    def text(self, form: Form) -> str:  # noqa: ARG002
        """Return its label."""
        return self.label


def stream(*items: Any) -> Stream:
    """Return a `Stream` of `items`."""
    return Stream(items)


def iterated(items: Iterable[Any]) -> Iterator[Any]:
    """Return a generator iterator over `items`: no length, no index."""
    yield from items


def fresh(thing: Any) -> Any:
    """Return `thing` with every list in it copied; what is no list stays the same object."""
    if type(thing) is not list:
        return thing
    top: list[Any] = []
    pending = [(thing, top)]
    while pending:
        source, copy = pending.pop()
        for item in source:
            if type(item) is list:
                inner: list[Any] = []
                pending.append((item, inner))
                copy.append(inner)
            else:
                copy.append(item)
    return top


def exactly(expected: Any, got: Any) -> bool:
    """Tell whether `got` is `expected`, or a plain value of the same type that is equal to it.

    Only plain values are compared: an answer's own ``__eq__`` is never asked.
    """
    if expected is got:
        return True
    if type(expected) is not type(got):
        return False
    if type(expected) in {list, tuple}:
        return len(expected) == len(got) and all(map(exactly, expected, got))
    plain = {int, float, str, bytes, bool, range, set, frozenset, dict}
    return type(expected) in plain and bool(expected == got)


def sequences(expected: Any, got: Any) -> bool:
    """Tell whether `got` is a list or a tuple of exactly the items of `expected`."""
    return type(got) in {list, tuple} and exactly(list(expected), list(got))
