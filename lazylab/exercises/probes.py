"""The general clauses of every contract, each as looks at an answer; no exercise repeats them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Final

from lazylab.exercises.inputs import Endless, Form, fresh, sequences
from lazylab.exercises.model import Answer, Exercise, LongStream, Probe
from lazylab.exercises.trials import Trial, difference, overpull, plain_text, prints
from lazylab.observe.capture import printed
from lazylab.observe.laziness import Meter, Overdrawn, Request, growth, watch
from lazylab.observe.patience import OutOfPatience
from lazylab.records import Fault, FaultKind
from lazylab.reprs import error_text, safe_repr

VALUES: Final = "hands over the right values"
QUIET: Final = "prints what it should and nothing else"
INPUTS: Final = "leaves its inputs alone"
ANY: Final = "takes any iterable"
LAZY: Final = "takes no more than it needs"
ENDLESS: Final = "works on what never ends"
REFUSES: Final = "refuses bad arguments"
AFTER: Final = "stays exhausted after the end"
ERRORS: Final = "lets errors of the source through"
CLOSE: Final = "survives close()"
ALONE: Final = "is independent of other calls"
FRESH: Final = "hands over fresh objects"
FLAT: Final = "uses memory that does not grow"

_REASONS: Final = {
    INPUTS: "the caller still needs what it handed over",
    ANY: "whatever can be looped over will do, not a list alone",
    LAZY: "an item is taken when it is needed, and not before",
    AFTER: "an iterator that has ended has ended for good",
    ERRORS: "who asks for the values has to learn that the source broke",
    CLOSE: "who stops half way closes the iterator",
    ALONE: "a program may call it twice and use both",
    FRESH: "a value that was handed over belongs to whoever received it",
    FLAT: "a stream may be longer than the memory is large",
}
SHORT: Final = 1_000
LONG: Final = 5_000
_GROWTH: Final = 24_000  # bytes; keeping 4,000 bare references takes 32,000
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
        _alone,
        _fresh,
        _flat,
    )
    looks = [probe for clause in clauses for probe in clause(exercise)]
    return (*looks, *exercise.extras)


def _probe(clause: str, trial: Trial, look: Callable[[Answer], Fault | None]) -> Probe:
    return Probe(clause, trial.text, look, _REASONS.get(clause, trial.case.because))


def _trials(exercise: Exercise, form: Form = "list") -> list[Trial]:
    return [Trial(exercise, case, form) for case in exercise.cases]


def _with_streams(exercise: Exercise, form: Form = "list") -> list[Trial]:
    return [t for t in _trials(exercise, form) if t.case.streams]


def _ordinary(exercise: Exercise, form: Form = "list") -> list[Trial]:
    """Return the trials that hand over values and raise nothing."""
    trials = _trials(exercise, form)
    return [t for t in trials if t.wanted.values and not _is_refused(t)]


# ---- values, prints, inputs -----------------------------------------------------------------


def _values(exercise: Exercise) -> Iterator[Probe]:
    for trial in _trials(exercise):
        if not _is_endless(trial) and not _is_refused(trial):
            yield _probe(VALUES, trial, partial(_differs, trial))


def _refusals(exercise: Exercise) -> Iterator[Probe]:
    for trial in [*_trials(exercise), *_with_streams(exercise, "iterator")]:
        if _is_refused(trial):
            yield _probe(REFUSES, trial, partial(_differs, trial))


def _is_refused(trial: Trial) -> bool:
    return trial.wanted.ending == "raised"


def _is_endless(trial: Trial) -> bool:
    return any(isinstance(arg, Endless) for arg in trial.case.args)


def _differs(trial: Trial, answer: Answer) -> Fault | None:
    return difference(trial, *trial.run(answer))


def _quiet(exercise: Exercise) -> Iterator[Probe]:
    for trial in _trials(exercise):
        yield _probe(QUIET, trial, partial(_prints, trial))


def _prints(trial: Trial, answer: Answer) -> Fault | None:
    return prints(trial, trial.run(answer)[0])


def _inputs(exercise: Exercise) -> Iterator[Probe]:
    for trial in _with_streams(exercise):
        if not _is_endless(trial):
            yield _probe(INPUTS, trial, partial(_changed, trial))


def _changed(trial: Trial, answer: Answer) -> Fault | None:
    """Run on lists, to the end and abandoned after one value, and compare them with copies."""
    for limit in (len(trial.wanted.values) + 1, 1):
        meter = Meter()
        args = trial.arguments(meter)
        before = [fresh(arg) for arg in args]
        seen = watch(lambda args=args: answer(*args), meter, trial.requests(limit))  # type: ignore[misc]
        del seen  # abandoned
        for place in trial.case.streams:
            if not _is_untouched(before[place], args[place]):
                what = "The list it was given is another one afterwards."
                return _fault(
                    trial, "inputs", what, safe_repr(before[place]), safe_repr(args[place])
                )
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
    for trial in _with_streams(exercise, "iterator"):
        if not _is_endless(trial) and not _is_refused(trial):
            yield _probe(ANY, trial, partial(_differs, trial))
    for form in _FORMS:
        for trial in [t for t in _with_streams(exercise, form) if _fits(t)][:_ENOUGH]:
            yield _probe(ANY, trial, partial(_differs, trial))


def _fits(trial: Trial) -> bool:
    given = [trial.case.args[place] for place in trial.case.streams]
    if _is_endless(trial):
        return False
    hashable = trial.form != "dict" or all(arg.is_hashable for arg in given)
    return hashable and trial.wanted.ending == "exhausted"


def _lazy(exercise: Exercise) -> Iterator[Probe]:
    for trial in _with_streams(exercise, "iterator"):
        if not _is_refused(trial) and not _is_endless(trial):
            yield _probe(LAZY, trial, partial(_overpulls, trial))


def _endless(exercise: Exercise) -> Iterator[Probe]:
    for trial in _with_streams(exercise):
        if _is_endless(trial):
            yield _probe(ENDLESS, trial, partial(_differs, trial))
            yield _probe(LAZY, trial, partial(_overpulls, trial))


def _overpulls(trial: Trial, answer: Answer) -> Fault | None:
    return overpull(trial, trial.run(answer)[0])


def _after(exercise: Exercise) -> Iterator[Probe]:
    for trial in _trials(exercise, "iterator"):
        if trial.wanted.ending == "exhausted":
            yield _probe(AFTER, trial, partial(_revives, trial))


def _revives(trial: Trial, answer: Answer) -> Fault | None:
    seen, _ = trial.run(answer)
    if not seen.after:
        return None
    what = f"Asked again after its end, it {seen.after}."
    return _fault(trial, "after", what, "StopIteration, and nothing taken", seen.after)


def _errors(exercise: Exercise) -> Iterator[Probe]:
    cases = [t.case for t in _ordinary(exercise, "iterator") if t.case.streams and _fits(t)]
    for case in cases[:_ENOUGH]:
        for place in case.streams:
            for after in range(len(case.args[place].items)):
                trial = Trial(exercise, case, "iterator", (place, after))
                if trial.wanted.ending == "raised":  # the solution asked so far
                    yield _probe(ERRORS, trial, partial(_differs, trial))


# ---- close, independence, fresh objects, memory ---------------------------------------------


def _close(exercise: Exercise) -> Iterator[Probe]:
    for trial in _ordinary(exercise, "iterator")[:2]:
        for values in (0, 1, len(trial.wanted.values) + 1):
            yield _probe(CLOSE, trial, partial(_closes_badly, trial, values))


def _closes_badly(trial: Trial, values: int, answer: Answer) -> Fault | None:
    """Close twice after so many values; a class or an itertools object may have no close."""
    meter = Meter()
    args = trial.arguments(meter)
    requests = [_or_end(request) for request in trial.requests(values)[:values]]
    seen = watch(lambda: answer(*args), meter, [*requests, _close_twice])
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
    return _fault(trial, "close", text, "close() ends it and does nothing else", what)


def _or_end(request: Request) -> Request:
    def ask(iterator: Any) -> Any:
        try:
            return request(iterator)
        except StopIteration:
            return None

    return ask


def _close_twice(iterator: Any) -> None:
    close = getattr(iterator, "close", None)
    if close is not None:
        close()
        close()


def _alone(exercise: Exercise) -> Iterator[Probe]:
    trials = _ordinary(exercise, "iterator")[:2]
    if trials:
        together = [*trials, trials[0]]
        text = f"{trials[-1].text} and {trials[0].text}, asked in turn"
        yield Probe(ALONE, text, partial(_mixes_up, together), _REASONS[ALONE])
        yield _probe(ALONE, trials[0], partial(_remembers, trials[0]))


def _mixes_up(trials: list[Trial], answer: Answer) -> Fault | None:
    """Ask several live iterators in turn; each has to give what it gives alone."""
    with printed():
        walks = [_walk(trial, answer) for trial in trials]
        for n in range(max(len(trial.wanted.values) for trial in trials)):
            for trial, walk in zip(trials, walks, strict=True):
                if n >= len(trial.wanted.values):
                    continue
                came = next(walk)
                if (n or not trial.case.sends) and not _is_value(trial, n, came):
                    what = f"With another iterator alive, value {n + 1} is another one."
                    wanted = safe_repr(trial.wanted.values[n])
                    return _fault(trial, "values", what, wanted, plain_text(came))
    return None


def _walk(trial: Trial, answer: Answer) -> Iterator[Any]:
    """Call, then hand over value after value; where there is none, the exception in its place."""
    iterator: Any = None
    for n, request in enumerate(trial.requests(len(trial.wanted.values))):
        try:
            if n == 0:
                iterator = answer(*trial.arguments(Meter()))
            yield request(iterator)
        except (OutOfPatience, Overdrawn, MemoryError, GeneratorExit):
            raise
        except BaseException as error:  # noqa: BLE001 - StopIteration too
            yield error


def _is_value(trial: Trial, n: int, came: Any) -> bool:
    return trial.exercise.same(trial.wanted.values[n], came)


def _remembers(trial: Trial, answer: Answer) -> Fault | None:
    """Abandon one iterator half way and use another up; a third call starts afresh."""
    trial.run(answer, 1)
    trial.run(answer)
    fault = _differs(trial, answer)
    return fault and replace(fault, what=f"Called once more: {fault.what}")


def _fresh(exercise: Exercise) -> Iterator[Probe]:
    if exercise.same is sequences:
        for trial in _ordinary(exercise)[:2]:
            yield _probe(FRESH, trial, partial(_reuses, trial))


def _reuses(trial: Trial, answer: Answer) -> Fault | None:
    """Keep the values: later requests must not change them."""
    seen, _ = trial.run(answer)
    if all(map(sequences, trial.wanted.values, seen.values)):
        return None
    what = "The values that were kept changed when the next ones were asked for."
    return _fault(trial, "fresh", what, safe_repr(trial.wanted.values), safe_repr(seen.values))


def _flat(exercise: Exercise) -> Iterator[Probe]:
    if exercise.long is not None:
        text = f"{exercise.name} on a stream of {SHORT:,} and of {LONG:,}"
        look = partial(_grows, exercise.long, text)
        yield Probe(FLAT, text, look, _REASONS[FLAT], is_dear=True)


def _grows(long: LongStream, text: str, answer: Answer) -> Fault | None:
    with printed():
        more = growth(partial(long, answer), SHORT, LONG)
    if more <= _GROWTH:
        return None
    what = f"On a stream of {LONG:,} values it held far more memory than on one of {SHORT:,}."
    return Fault("growth", text, what, "the same memory for both", "memory that grows")


def _fault(trial: Trial, kind: FaultKind, what: str, expected: str, got: str) -> Fault:
    return Fault(kind, trial.text, what, expected, got)
