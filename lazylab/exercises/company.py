"""Looks at an answer in company: other calls, other live iterators, values that were kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Final

from lazylab.exercises.inputs import sequences
from lazylab.exercises.looks import ALONE, FRESH, REASONS, differs, fault_on, look_at, ordinary
from lazylab.exercises.model import Answer, Exercise, Probe
from lazylab.exercises.trials import Trial, plain_text, prints_alike, shown_print
from lazylab.observe.capture import printed
from lazylab.observe.laziness import Meter, Overdrawn, Watched, watch
from lazylab.observe.patience import OutOfPatience
from lazylab.records import Fault
from lazylab.reprs import safe_repr

_ENOUGH: Final = 50  # values asked of an iterator over an iterator of the same function
_SHOWN: Final = 8


def alone(exercise: Exercise) -> Iterator[Probe]:
    """Yield looks at calls that live beside each other, after each other and inside each other."""
    trials = _two_calls(ordinary(exercise, "iterator"))
    if trials:
        together = [*trials, trials[0]]
        text = f"{trials[-1].text} and {trials[0].text}, asked in turn"
        yield Probe(ALONE, text, partial(_mixes_up, together), REASONS[ALONE])
        yield look_at(ALONE, trials[0], partial(_remembers, trials[0]))
        yield look_at(ALONE, trials[0], partial(_remembers_its_input, trials[0]))
        yield from _nested(trials[0])


def close_twice(iterator: Any) -> None:
    """Close what can be closed, and once more: closing a closed iterator does nothing."""
    close = getattr(iterator, "close", None)
    if close is not None:
        close()
        close()


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
        return fault_on(trial, "values", what, safe_repr(wanted.values[n]), plain_text(came))
    should = "".join(wanted.printed[: n + 2] if n == 0 else wanted.printed[n + 1 : n + 2])
    if n <= len(wanted.values) and not prints_alike(should, said):
        what = f"With another iterator alive, it prints something else at request {n + 1}."
        return fault_on(trial, "prints", what, shown_print(should), shown_print(said))
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
    fault = differs(trial, answer)
    return fault and replace(fault, what=f"Called once more: {fault.what}")


def _remembers_its_input(trial: Trial, answer: Answer) -> Fault | None:
    """Hand the same objects to two calls: the second gives what the first gave."""
    listed = replace(trial, form="list")
    args = listed.arguments(Meter())
    for when in ("first", "second"):
        seen = watch(lambda: answer(*args), Meter(), trial.requests(len(trial.wanted.values)))
        if not _are_values(trial, seen.values):
            what = f"With the same input handed to two calls, the {when} gives something else."
            return fault_on(trial, "values", what, _told(trial.wanted.values), _told(seen.values))
    return None


def _nested(trial: Trial) -> Iterator[Probe]:
    """Yield a look at a call whose source is an iterator of the same function."""
    if trial.case.streams and not trial.case.sends:
        text = f"{trial.exercise.name} over {trial.text}"
        yield Probe(ALONE, text, partial(_is_in_its_way, trial, text), REASONS[ALONE])


def _is_in_its_way(trial: Trial, text: str, answer: Answer) -> Fault | None:
    alone = trial.run(answer)[0].values
    wanted = _over(trial, trial.exercise.solution, lambda: iter(alone)).values
    came = _over(trial, answer, lambda: answer(*trial.arguments(Meter()))).values
    if len(came) == len(wanted) and all(map(trial.exercise.same, wanted, came)):
        return None
    what = "With one of its own iterators as the source, it gives something else."
    return Fault("values", text, what, _told(wanted), _told(came))


def _over(trial: Trial, function: Answer, source: Callable[[], Iterator[Any]]) -> Watched:
    """Watch a call of `function` on `source`, the other arguments as in `trial`."""

    def call() -> Any:
        args = trial.arguments(Meter())
        args[trial.case.streams[0]] = source()
        return function(*args)

    return watch(call, Meter(), [next] * _ENOUGH)


def _are_values(trial: Trial, values: list[Any]) -> bool:
    free = 1 if trial.case.sends else 0  # the value of the priming next()
    wanted = trial.wanted.values[free:]
    return len(values) == len(wanted) + free and all(
        map(trial.exercise.same, wanted, values[free:])
    )


def _told(values: list[Any]) -> str:
    return ", ".join(plain_text(value) for value in values[:_SHOWN]) or "nothing"


def fresh_objects(exercise: Exercise) -> Iterator[Probe]:
    """Yield looks at values that were kept while the next ones were asked for."""
    if exercise.same is sequences:
        for trial in ordinary(exercise)[:2]:
            yield look_at(FRESH, trial, partial(_reuses, trial))


def _reuses(trial: Trial, answer: Answer) -> Fault | None:
    """Keep the values: later requests must not change them."""
    seen, _ = trial.run(answer)
    if all(map(sequences, trial.wanted.values, seen.values)):
        return None
    what = "The values that were kept changed when the next ones were asked for."
    return fault_on(trial, "fresh", what, safe_repr(trial.wanted.values), safe_repr(seen.values))
