"""What looks at an answer are made of: clauses in words, trials, the first difference."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lazylab.exercises.inputs import Endless, Form, sequences
from lazylab.exercises.model import Answer, Exercise, Probe
from lazylab.exercises.trials import Trial, difference
from lazylab.observe.laziness import Meter
from lazylab.records import Fault, FaultKind

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

REASONS: Final = {
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


def look_at(clause: str, trial: Trial, look: Callable[[Answer], Fault | None]) -> Probe:
    """Return a look with the reason of its clause, or of its case where the clause has none."""
    return Probe(clause, trial.text, look, REASONS.get(clause, trial.case.because))


def trials_of(exercise: Exercise, form: Form = "list") -> list[Trial]:
    """Return the cases of an exercise, their streams in one form."""
    return [Trial(exercise, case, form) for case in exercise.cases]


def with_streams(exercise: Exercise, form: Form = "list") -> list[Trial]:
    """Return the trials that take from a stream."""
    return [t for t in trials_of(exercise, form) if t.case.streams]


def ordinary(exercise: Exercise, form: Form = "list") -> list[Trial]:
    """Return the trials that hand over values and raise nothing."""
    return [t for t in trials_of(exercise, form) if t.wanted.values and not is_refused(t)]


def is_refused(trial: Trial) -> bool:
    """Tell whether the arguments are bad ones."""
    return trial.wanted.ending == "raised"


def is_endless(trial: Trial) -> bool:
    """Tell whether a stream without end is among the arguments."""
    return any(isinstance(arg, Endless) for arg in trial.case.args)


def fault_on(trial: Trial, kind: FaultKind, what: str, expected: str, got: str) -> Fault:
    """Return a fault on the input of `trial`."""
    return Fault(kind, trial.text, what, expected, got)


def differs(trial: Trial, answer: Answer) -> Fault | None:
    """Return the first thing that is not as it should be."""
    found = difference(trial, *trial.run(answer))
    if found is not None and found.kind == "values" and trial.exercise.same is sequences:
        return _changed_later(trial, answer) or found
    return found


def _changed_later(trial: Trial, answer: Answer) -> Fault | None:
    """Return a fault if every value is right at the moment it is handed over."""
    iterator = answer(*trial.arguments(Meter()))
    for should in trial.wanted.values:
        came = next(iterator)
        if not trial.exercise.same(should, came):
            return None
    what = "Each value was right when it was handed over, and was changed later."
    return fault_on(trial, "fresh", what, "values that stay as they are", "values that change")
