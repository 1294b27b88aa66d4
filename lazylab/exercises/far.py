"""Looks at an answer far out: its values, its pulls, its errors and its memory on a long stream."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count, islice
from typing import Any, Final

from lazylab.exercises.looks import ERRORS, FAR, FLAT, REASONS
from lazylab.exercises.model import Answer, Exercise, LongStream, Probe
from lazylab.exercises.trials import END, prints_alike, shown_print, wrong_value
from lazylab.observe.capture import printed
from lazylab.observe.laziness import Meter, growth
from lazylab.records import Fault

SHORT: Final = 1_000
LONG: Final = 5_000
_GROWTH: Final = 12_000  # bytes; keeping 4,000 bare references takes 32,000
_FAR: Final = 5_000  # values
_BREAKS_AFTER: Final = 60  # items


def far_out(exercise: Exercise) -> Iterator[Probe]:
    """Yield a look at the values and pulls of a long stream, one by one."""
    if exercise.long is not None:
        text = f"{exercise.name} on a stream of {_FAR:,}"
        look = partial(_strays, exercise, exercise.long, text)
        yield Probe(FAR, text, look, REASONS[FAR], is_dear=True)


def _strays(exercise: Exercise, long: LongStream, text: str, answer: Answer) -> Fault | None:
    """Compare with the solution: each value, what was taken by then, and all that was printed."""
    enough, taken = Meter(10 * _FAR), Meter(10 * _FAR)
    with printed() as should_print:
        shoulds = [
            (value, exercise.budget(n) if exercise.budget else enough.taken)
            for n, value in enumerate(_far(long, exercise.solution, enough), 1)
        ]
    with printed() as did_print:
        values = _far(long, answer, taken)
        for n, (should, budget) in enumerate(shoulds, 1):
            fault = wrong_value(text, n, should, next(values, END), exercise.same)
            fault = fault or _too_early(text, n, taken.taken, budget)
            if fault:
                return fault
    if not prints_alike(should_print.text, did_print.text):
        what = "Somewhere in a long stream it printed something."
        expected, got = shown_print(should_print.text), shown_print(did_print.text)
        return Fault("prints", text, what, expected, got)
    return None


def _too_early(text: str, n: int, taken: int, budget: int) -> Fault | None:
    if taken <= budget:
        return None
    what = f"To hand over value {n:,} it took {taken:,} items; {budget:,} are enough."
    return Fault("pulls", text, what, f"{budget:,} items", f"{taken:,} items")


def _far(
    long: LongStream, function: Answer, meter: Meter, breaking: int | None = None
) -> Iterator[Any]:
    """Return what `function` makes of a long stream whose iterators count in `meter`.

    The one at place `breaking` raises after some items.
    """

    def metered(*args: Any) -> Any:
        given, place = list(args), count()
        for n, arg in enumerate(args):
            if hasattr(type(arg), "__next__"):
                breaks = _BREAKS_AFTER if next(place) == breaking else None
                given[n] = meter.source(arg, breaks)
        return function(*given)

    return islice(iter(long(metered, _FAR)), _FAR)


# ---- errors far out -------------------------------------------------------------------------


def breaks_far_out(exercise: Exercise) -> Iterator[Probe]:
    """Yield a look, for each source, at what comes out when it breaks after many items."""
    if exercise.long is None:
        return
    for place in count():
        wanted = _until_it_breaks(exercise.long, exercise.solution, place)
        if wanted is None:  # there is no such source
            return
        text = f"{exercise.name} on a source that breaks after {_BREAKS_AFTER} items"
        look = partial(_hides_the_break, exercise.long, text, place, wanted)
        yield Probe(ERRORS, text, look, REASONS[ERRORS], is_dear=True)


def _until_it_breaks(long: LongStream, function: Answer, place: int) -> int | None:
    """Return how many values came before the exception of a source; None if it did not come out."""
    meter = Meter(10 * _FAR, failure=OSError("the source broke"))
    number = 0
    try:
        with printed():
            for _ in islice(_far(long, function, meter, place), 10 * _BREAKS_AFTER):
                number += 1
    except OSError as error:
        return number if error is meter.failure else None
    return None


def _hides_the_break(
    long: LongStream, text: str, place: int, wanted: int, answer: Answer
) -> Fault | None:
    came = _until_it_breaks(long, answer, place)
    if came == wanted:
        return None
    what = f"The OSError of the source should come out after {wanted} values."
    got = "it did not come out" if came is None else f"after {came} values"
    return Fault("silent", text, what, f"after {wanted} values", got)


# ---- memory ---------------------------------------------------------------------------------


def flat(exercise: Exercise) -> Iterator[Probe]:
    """Yield a look at the memory a long stream takes, beside that of a short one."""
    if exercise.long is not None:
        text = f"{exercise.name} on a stream of {SHORT:,} and of {LONG:,}"
        look = partial(_grows, exercise.long, text)
        yield Probe(FLAT, text, look, REASONS[FLAT], is_dear=True)


def _grows(long: LongStream, text: str, answer: Answer) -> Fault | None:
    with printed():
        more = growth(partial(long, answer), SHORT, LONG)
    if more <= _GROWTH:
        return None
    what = f"On a stream of {LONG:,} values it held far more memory than on one of {SHORT:,}."
    return Fault("growth", text, what, "the same memory for both", "memory that grows")
