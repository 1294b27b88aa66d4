"""The general clauses of every contract, each as looks at an answer; no exercise repeats them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from lazylab.exercises.company import alone, close_twice, fresh_objects
from lazylab.exercises.far import breaks_far_out, far_out, flat
from lazylab.exercises.inputs import Form, fresh
from lazylab.exercises.looks import (
    AFTER,
    ANY,
    CLOSE,
    ENDLESS,
    ERRORS,
    INPUTS,
    LAZY,
    QUIET,
    REFUSES,
    VALUES,
    differs,
    fault_on,
    is_endless,
    is_refused,
    look_at,
    ordinary,
    trials_of,
    with_streams,
)
from lazylab.exercises.model import Answer, Exercise, Probe
from lazylab.exercises.trials import Trial, overpull, prints
from lazylab.observe.laziness import Meter, Request, watch
from lazylab.records import Fault
from lazylab.reprs import error_text, safe_repr

_BEGINS_AGAIN: Final = "begins again"
_FORMS: Final[tuple[Form, ...]] = ("generator", "tuple", "dict")
_ENOUGH: Final = 3  # cases that a general clause is tested on


def probes(exercise: Exercise) -> tuple[Probe, ...]:
    """Return all looks at an answer to `exercise`, from simple to subtle."""
    clauses = (
        _values,
        _quiet,
        _inputs,
        _any_iterable,
        _lazy,
        _endless,
        _refusals,
        _after,
        _errors,
        _close,
        alone,
        fresh_objects,
        flat,  # before the looks far out: they would fill what keeps every value
        far_out,
        breaks_far_out,
    )
    looks = [probe for clause in clauses for probe in clause(exercise)]
    return (*looks, *exercise.extras)


# ---- values, prints, inputs -----------------------------------------------------------------


def _values(exercise: Exercise) -> Iterator[Probe]:
    for trial in trials_of(exercise):
        if not is_endless(trial) and not is_refused(trial):
            yield look_at(VALUES, trial, partial(differs, trial))


def _refusals(exercise: Exercise) -> Iterator[Probe]:
    for trial in [*trials_of(exercise), *with_streams(exercise, "iterator")]:
        if is_refused(trial):
            yield look_at(REFUSES, trial, partial(differs, trial))


def _quiet(exercise: Exercise) -> Iterator[Probe]:
    for trial in trials_of(exercise):
        yield look_at(QUIET, trial, partial(_prints, trial))


def _prints(trial: Trial, answer: Answer) -> Fault | None:
    return prints(trial, trial.run(answer)[0])


def _inputs(exercise: Exercise) -> Iterator[Probe]:
    for trial in with_streams(exercise):
        if not is_endless(trial):
            yield look_at(INPUTS, trial, partial(_changed, trial))


def _changed(trial: Trial, answer: Answer) -> Fault | None:
    """Run on lists, to the end and abandoned after one value, and compare them with copies."""
    for limit in (len(trial.wanted.values) + 1, 1):
        meter = Meter()
        args = trial.arguments(meter)
        before = [fresh(arg) for arg in args]
        seen = watch(lambda args=args: answer(*args), meter, trial.requests(limit))  # type: ignore[misc]
        changed = _changed_list(trial, before, args, "while it is half way")
        del seen  # abandoned
        changed = changed or _changed_list(trial, before, args, "afterwards")
        if changed:
            return changed
    return None


def _changed_list(trial: Trial, before: list[Any], args: list[Any], when: str) -> Fault | None:
    for place in trial.case.streams:
        if not _is_untouched(before[place], args[place]):
            what = f"The list it was given is another one {when}."
            return fault_on(trial, "inputs", what, safe_repr(before[place]), safe_repr(args[place]))
    return None


def _is_untouched(before: Any, after: Any) -> bool:
    """Compare nested lists without recursion and without any ``__eq__`` but identity."""
    pending = [(before, after)]
    while pending:
        one, other = pending.pop()
        if type(one) is list and type(other) is list and len(one) == len(other):
            pending += zip(one, other, strict=True)
        elif one is not other:
            return False
    return True


# ---- iterables, laziness, endings -----------------------------------------------------------


def _any_iterable(exercise: Exercise) -> Iterator[Probe]:
    for trial in with_streams(exercise, "iterator"):
        if not is_endless(trial) and not is_refused(trial):
            yield look_at(ANY, trial, partial(differs, trial))
    for form in _FORMS:
        for trial in [t for t in with_streams(exercise, form) if _fits(t)][:_ENOUGH]:
            yield look_at(ANY, trial, partial(differs, trial))


def _fits(trial: Trial) -> bool:
    given = [trial.case.args[place] for place in trial.case.streams]
    if is_endless(trial):
        return False
    hashable = trial.form != "dict" or all(arg.is_hashable for arg in given)
    return hashable and trial.wanted.ending == "exhausted"


def _lazy(exercise: Exercise) -> Iterator[Probe]:
    for trial in with_streams(exercise, "iterator"):
        if not is_refused(trial) and not is_endless(trial):
            yield look_at(LAZY, trial, partial(_overpulls, trial))


def _endless(exercise: Exercise) -> Iterator[Probe]:
    for trial in with_streams(exercise):
        if is_endless(trial):
            yield look_at(ENDLESS, trial, partial(differs, trial))
            yield look_at(LAZY, trial, partial(_overpulls, trial))


def _overpulls(trial: Trial, answer: Answer) -> Fault | None:
    return overpull(trial, trial.run(answer)[0])


def _after(exercise: Exercise) -> Iterator[Probe]:
    for trial in trials_of(exercise, "iterator"):
        if trial.wanted.ending == "exhausted":
            yield look_at(AFTER, trial, partial(_revives, trial))


def _revives(trial: Trial, answer: Answer) -> Fault | None:
    """Ask as nested loops would, through iter() each time; then past the end, and past close()."""
    seen, _ = trial.run(answer)
    if not seen.after:
        seen.after = _after_iter(trial, answer) or _after_close(trial, answer)
    if not seen.after:
        return None
    what = f"Asked again after its end, it {seen.after}."
    if seen.after is _BEGINS_AGAIN:
        what = f"With a second for loop over it, or after another iter(), it {_BEGINS_AGAIN}."
    return fault_on(trial, "after", what, "StopIteration, and nothing taken", seen.after)


def _after_iter(trial: Trial, answer: Answer) -> str:
    meter = Meter()
    args = trial.arguments(meter)
    requests = [_through_iter] * (len(trial.wanted.values) + 2)
    seen = watch(lambda: answer(*args), meter, requests if not trial.case.sends else ())
    is_same = len(seen.values) == len(trial.wanted.values) or trial.case.sends
    return "" if is_same or seen.ending == "raised" else _BEGINS_AGAIN


def _through_iter(iterator: Any) -> Any:
    return next(iter(iterator))


def _after_close(trial: Trial, answer: Answer) -> str:
    """Return what an iterator did that was used up, closed and asked once more."""
    args = trial.arguments(Meter())
    iterator = answer(*args)
    for _ in range(len(trial.wanted.values) + 1):
        next(iterator, None)
    close_twice(iterator)
    try:
        next(iterator)
    except StopIteration:
        return ""
    return "came alive again when it was closed"


def _errors(exercise: Exercise) -> Iterator[Probe]:
    cases = [t.case for t in ordinary(exercise, "iterator") if t.case.streams and _fits(t)]
    for case in cases[:_ENOUGH]:
        for place in case.streams:
            for after in range(len(case.args[place].items)):
                trial = Trial(exercise, case, "iterator", (place, after))
                if trial.wanted.ending == "raised":  # the solution asked so far
                    yield look_at(ERRORS, trial, partial(_differs_or_prints, trial))


def _differs_or_prints(trial: Trial, answer: Answer) -> Fault | None:
    return differs(trial, answer) or prints(trial, trial.run(answer)[0])


# ---- close ----------------------------------------------------------------------------------


def _close(exercise: Exercise) -> Iterator[Probe]:
    for trial in ordinary(exercise, "iterator")[:2]:
        for values in (0, 1, len(trial.wanted.values) + 1):
            yield look_at(CLOSE, trial, partial(_closes_badly, trial, values))


def _closes_badly(trial: Trial, values: int, answer: Answer) -> Fault | None:
    """Close twice after so many values; a class or an itertools object may have no close."""
    meter = Meter()
    args = trial.arguments(meter)
    requests = [_or_end(request) for request in trial.requests(values)[:values]]
    seen = watch(lambda: answer(*args), meter, [*requests, close_twice])
    if seen.in_call or len(seen.values) < values:
        return None  # it did not come to the closing: that is another fault
    taken = seen.totals[values - 1] if values and seen.totals[values:] else seen.call
    what = ""
    if seen.error is not None:
        what = f"raised {error_text(seen.error)}"
    elif seen.totals[values:] and seen.totals[values] != taken:
        what = "took items from its source"
    elif seen.totals[values:] and seen.printed[-1]:
        what = f"printed {' '.join(seen.printed[-1].split())[:60]}"
    if not what:
        return None
    when = f"before value {values + 1}" if values < len(trial.wanted.values) else "after the end"
    text = f"Closed {when}, it {what}."
    return fault_on(trial, "close", text, "close() ends it and does nothing else", what)


def _or_end(request: Request) -> Request:
    def ask(iterator: Any) -> Any:
        try:
            return request(iterator)
        except StopIteration:
            return None

    return ask
