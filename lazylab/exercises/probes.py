"""The general clauses of every contract, each as looks at an answer; no exercise repeats them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any, Final

from lazylab.exercises.inputs import Endless, Form, fresh, sequences
from lazylab.exercises.model import Answer, Exercise, LongStream, Probe
from lazylab.exercises.trials import (
    Trial,
    difference,
    not_as_it_should_be,
    overpull,
    plain_text,
    prints,
    prints_alike,
    shown_print,
)
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
FAR: Final = "goes on as it began"
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
    FAR: "what holds for the first values has to hold for the thousandth",
    AFTER: "an iterator that has ended has ended for good",
    ERRORS: "who asks for the values has to learn that the source broke",
    CLOSE: "who stops half way closes the iterator",
    ALONE: "a program may call it twice and use both",
    FRESH: "a value that was handed over belongs to whoever received it",
    FLAT: "a stream may be longer than the memory is large",
}
SHORT: Final = 500
LONG: Final = 2_500
_GROWTH: Final = 12_000  # bytes; keeping 2,000 bare references takes 16,000
_FAR: Final = 5_000  # values
_END: Final = object()
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
        _alone,
        _fresh,
        _far,
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
    """Ask as nested loops would, through iter() each time; then past the end, and past close()."""
    seen, _ = trial.run(answer)
    if not seen.after:
        seen.after = _after_iter(trial, answer) or _after_close(trial, answer)
    if not seen.after:
        return None
    what = f"Asked again after its end, it {seen.after}."
    if seen.after is _BEGINS_AGAIN:
        what = f"With a second for loop over it, or after another iter(), it {_BEGINS_AGAIN}."
    return _fault(trial, "after", what, "StopIteration, and nothing taken", seen.after)


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
    _close_twice(iterator)
    try:
        next(iterator)
    except StopIteration:
        return ""
    return "came alive again when it was closed"


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
    trials = _two_calls(_ordinary(exercise, "iterator"))
    if trials:
        together = [*trials, trials[0]]
        text = f"{trials[-1].text} and {trials[0].text}, asked in turn"
        yield Probe(ALONE, text, partial(_mixes_up, together), _REASONS[ALONE])
        yield _probe(ALONE, trials[0], partial(_remembers, trials[0]))


def _two_calls(trials: list[Trial]) -> list[Trial]:
    """Return the first trial and one that differs from it in more than its sources, if any does."""
    if not trials:
        return []
    plain = _plain_arguments(trials[0])
    others = [t for t in trials[1:] if _plain_arguments(t) != plain] or trials[1:]
    return [trials[0], *others[:1]]


def _plain_arguments(trial: Trial) -> list[Any]:
    return [arg for n, arg in enumerate(trial.case.args) if n not in trial.case.streams]


def _mixes_up(trials: list[Trial], answer: Answer) -> Fault | None:
    """Ask several live iterators in turn; each has to give what it gives alone."""
    walks = [_walk(trial, answer) for trial in trials]
    for n in range(max(len(trial.wanted.values) for trial in trials) + 1):
        for trial, walk in zip(trials, walks, strict=True):
            with printed() as out:
                came = next(walk, None)
            fault = _is_another(trial, n, came, out.text)
            if fault is not None:
                return fault
    return None


def _is_another(trial: Trial, n: int, came: Any, said: str) -> Fault | None:
    """Return a fault if value `n` (from 0), or what was printed with it, is not as it is alone."""
    wanted = trial.wanted
    if n < len(wanted.values) and (n or not trial.case.sends) and not _is_value(trial, n, came):
        what = f"With another iterator alive, value {n + 1} is another one."
        return _fault(trial, "values", what, safe_repr(wanted.values[n]), plain_text(came))
    should = "".join(wanted.printed[: n + 2] if n == 0 else wanted.printed[n + 1 : n + 2])
    if n <= len(wanted.values) and not prints_alike(should, said):
        what = f"With another iterator alive, it prints something else at request {n + 1}."
        return _fault(trial, "prints", what, shown_print(should), shown_print(said))
    return None


def _walk(trial: Trial, answer: Answer) -> Iterator[Any]:
    """Call, then hand over value after value; where there is none, the exception in its place."""
    iterator: Any = None
    more = 1 if trial.wanted.ending == "exhausted" else 0
    for n, request in enumerate(trial.requests(len(trial.wanted.values) + more)):
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


def _far(exercise: Exercise) -> Iterator[Probe]:
    if exercise.long is not None:
        text = f"{exercise.name} on a stream of {_FAR:,}"
        look = partial(_strays, exercise, exercise.long, text)
        yield Probe(FAR, text, look, _REASONS[FAR], is_dear=True)


def _strays(exercise: Exercise, long: LongStream, text: str, answer: Answer) -> Fault | None:
    """Compare value by value with the solution, and what both have taken by then."""
    enough, taken = Meter(10 * _FAR), Meter(10 * _FAR)
    shoulds = iter(long(_metered(exercise.solution, enough), _FAR))
    with printed():
        values = iter(long(_metered(answer, taken), _FAR))
        for n, should in enumerate(islice(shoulds, _FAR), 1):
            came = next(values, _END)
            if came is _END:
                what = f"It ended after {n - 1:,} values; there should be more."
                return Fault("short", text, what, safe_repr(should), "the end")
            if not exercise.same(should, came):
                what = not_as_it_should_be(n, should, came)
                return Fault("values", text, what, safe_repr(should), plain_text(came))
            budget = exercise.budget(n) if exercise.budget else enough.taken
            if taken.taken > budget:
                got = f"{taken.taken:,} items"
                what = f"To hand over value {n:,} it took {got}; {budget:,} are enough."
                return Fault("pulls", text, what, f"{budget:,} items", got)
    return None


def _metered(function: Answer, meter: Meter) -> Answer:
    """Return a caller of `function` that counts what is taken from the iterators it is given."""
    return lambda *args: function(
        *(meter.source(arg) if hasattr(type(arg), "__next__") else arg for arg in args)
    )


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
