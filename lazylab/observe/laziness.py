"""Counts what an iterator takes from its sources, value by value, and what it keeps in memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass, field
from functools import partial
from itertools import islice, pairwise
from typing import Any, Final, Literal

from lazylab.observe.capture import Captured, printed
from lazylab.observe.patience import OutOfPatience
from lazylab.records import Pulls
from lazylab.reprs import error_text

BUDGET: Final = 3_000  # items; far more than a lazy answer needs, and over in a millisecond
_AFTER: Final = 4  # times an exhausted iterator is asked again

Ending = Literal["paused", "exhausted", "raised", "no iterator", "overdrawn", "late", "memory"]
Request = Callable[[Any], Any]


class Overdrawn(BaseException):
    """Raised by a source that was asked for more than any lazy answer needs.

    Not an ``Exception``, so that a learner's ``except Exception`` lets it through: an eager
    answer over an endless source ends by count, not by time.
    """


class Broken(
    ValueError, TypeError, IndexError, KeyError, AttributeError, RuntimeError, ArithmeticError
):
    """What a failing source raises: caught by whatever an answer catches in error."""


class Meter:
    """Counts the items that all the sources of one call hand over.

    Attributes
    ----------
    taken : items so far.
    failure : the one exception that its failing sources raise.
    """

    def __init__(self, budget: int = BUDGET, failure: Exception | None = None) -> None:
        self.taken = 0
        self.failure: Final = failure or Broken("the source broke")
        self._budget = budget

    def source(self, items: Iterable[Any], fails_after: int | None = None) -> Iterator[Any]:
        """Return an iterator over `items` that counts here, and breaks after `fails_after`."""
        return CountedSource(self, iter(items), fails_after)

    def take(self) -> None:
        """Count one item; past the budget raise `Overdrawn`, now and every time after."""
        if self.taken >= self._budget:
            raise Overdrawn
        self.taken += 1


class CountedSource:
    """Has no length and no index, keeps nothing, and stays exhausted after its end.

    Its name in an error message is that of the iterator a learner would have handed over.
    """

    def __init__(self, meter: Meter, items: Iterator[Any], fails_after: int | None) -> None:
        self._meter = meter
        self._items = items
        self._left = -1 if fails_after is None else fails_after

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        if self._left == 0:
            self._left = -1
            self._items = iter(())
            raise self._meter.failure
        item = next(self._items)
        self._meter.take()
        self._left -= 1
        return item


@dataclass(slots=True)
class Watched:
    """One call and what came of it; it holds the live values, so it is no record.

    Attributes
    ----------
    values : what was handed over, in order.
    call, totals, end : as in `Pulls`.
    printed : what was printed by the call, then by each request.
    ending : how it stands after the last request.
    error : what it raised.
    in_call : whether the call did not return.
    result : what the call returned.
    after : how an exhausted iterator answered when asked again; empty if as it should.
    """

    values: list[Any] = field(default_factory=list)
    call: int = 0
    totals: list[int] = field(default_factory=list)
    end: int | None = None
    printed: list[str] = field(default_factory=list)
    ending: Ending = "paused"
    error: BaseException | None = None
    in_call: bool = True
    result: Any = None
    after: str = ""

    @property
    def pulls(self) -> Pulls:
        """The counts, as a record."""
        error = error_text(self.error) if self.error else ""
        return Pulls(self.call, tuple(self.totals), self.end, error)


def watch(call: Callable[[], Any], meter: Meter, requests: Iterable[Request]) -> Watched:
    """Call, then resume with each request until one hands over no value.

    An exhausted iterator is asked a few times more: it has to stay exhausted and leave its sources
    alone.
    """
    seen = Watched()
    with printed() as out, redirect_stderr(_Errors(out)):
        if not _attempt(seen, out, call):
            return seen
        seen.call, seen.in_call = meter.taken, False
        is_good = is_iterator(seen.result)
        seen.printed[0] = out.text  # what __iter__ printed too
        if not is_good:
            seen.ending = "no iterator"
            return seen
        for request in requests:
            if not _attempt(seen, out, partial(request, seen.result)):
                break
            seen.totals.append(meter.taken)
        if seen.ending == "exhausted":
            seen.end = meter.taken
            _ask_again(seen, meter, out)
    return seen


def is_iterator(thing: Any) -> bool:
    """Tell whether `thing` has ``__next__`` and ``iter(thing) is thing``."""
    try:
        return hasattr(type(thing), "__next__") and iter(thing) is thing
    except Exception:  # noqa: BLE001 - a hostile __iter__ makes it none
        return False


def _attempt(seen: Watched, out: Captured, deed: Callable[[], Any]) -> bool:
    """Do `deed` and note in `seen` what came; the first deed is the call."""
    before = len(out.text)
    try:
        value = deed()
    except StopIteration as stop:
        seen.ending = "raised" if seen.in_call else "exhausted"
        seen.error = stop if seen.in_call else None
    except Overdrawn:
        seen.ending = "overdrawn"
    except OutOfPatience:
        seen.ending = "late"
    except MemoryError:
        seen.ending = "memory"
    except BaseException as error:  # noqa: BLE001 - a SystemExit is an answer like any other
        seen.ending, seen.error = "raised", error.with_traceback(None)
    else:
        if seen.in_call:
            seen.result = value
        else:
            seen.values.append(value)
        return True
    finally:
        seen.printed.append(out.text[before:])
    return False


def _ask_again(seen: Watched, meter: Meter, out: Captured) -> None:
    before = len(out.text)
    for _ in range(_AFTER):
        try:
            next(seen.result)
        except StopIteration:
            continue
        except OutOfPatience:
            raise
        except BaseException as error:  # noqa: BLE001
            seen.after = f"raised {error_text(error)}"
        else:
            seen.after = "handed over another value"
        return
    if meter.taken != seen.end:
        seen.after = "took another item from its source"
    elif out.text[before:]:
        seen.after = "printed something"


class _Errors:
    """Stands in for ``sys.stderr``: what is written there is marked."""

    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self, out: Captured) -> None:
        self._out = out

    def write(self, text: str) -> int:
        self._out.write(f"stderr: {text}" if text.strip() else text)
        return len(text)

    def flush(self) -> None:
        pass


# ---- memory ---------------------------------------------------------------------------------


def growth(make: Callable[[int], Iterable[Any]], short: int, long: int) -> int:
    """Return by how many bytes more the peak of a long stream is than that of a short one.

    ``make(n)`` returns an iterable of which `n` values are consumed and dropped. Counted by
    tracemalloc, so it does not depend on the machine's load. The lower of two counts: the first
    may fill the interpreter's own free lists. The second goes as much further, so that what was
    kept outside the iterator grows again.
    """
    peaks = [_peak(make, n) for n in (short, long, 2 * long - short)]
    return min(after - before for before, after in pairwise(peaks))


def _peak(make: Callable[[int], Iterable[Any]], n: int) -> int:
    was_tracing = tracemalloc.is_tracing()
    if not was_tracing:
        tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        for _ in islice(make(n), n):
            pass
        return tracemalloc.get_traced_memory()[1] - before
    finally:
        if not was_tracing:
            tracemalloc.stop()
