"""The verbs: `check` judges an answer, `hint` and `solution` help, `progress` remembers."""

from __future__ import annotations

import difflib
import time
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from lazylab.exercises.catalogue import CATALOGUE
from lazylab.exercises.examine import (
    FATAL,
    Finding,
    after_other_calls,
    as_data,
    examine,
    from_data,
    shows_alone,
)
from lazylab.exercises.model import Answer, Exercise
from lazylab.exercises.store import Store
from lazylab.exercises.stubs import is_stub
from lazylab.observe.isolation import Limits, Report, apart
from lazylab.records import Advice, Fault, Standing, Verdict
from lazylab.reprs import clip, error_text, safe_repr
from lazylab.show.verdict import (
    advice_html,
    advice_text,
    progress_html,
    progress_text,
    verdict_html,
    verdict_text,
)

_QUICK: Final = 1.0  # seconds a check may have taken to be repeated in part
_MISSING: Final = object()
_STORE: Final = Store()


@dataclass(frozen=True, slots=True, repr=False)
class Shown(Verdict):
    """A verdict that shows itself."""

    def __repr__(self) -> str:
        return verdict_text(self)

    def _repr_html_(self) -> str:
        return verdict_html(self)


@dataclass(frozen=True, slots=True, repr=False)
class Told(Advice):
    """Advice that shows itself."""

    def __repr__(self) -> str:
        return advice_text(self)

    def _repr_html_(self) -> str:
        return advice_html(self)


class Progress:
    """How far each exercise has come; shown as text or as a table."""

    def __init__(self, standings: Sequence[Standing]) -> None:
        self.standings = tuple(standings)

    def __repr__(self) -> str:
        return progress_text(self.standings)

    def _repr_html_(self) -> str:
        return progress_html(self.standings)


# ---- check ----------------------------------------------------------------------------------


def check(name: Any = _MISSING, answer: Any = _MISSING) -> Verdict:
    """Judge an answer to the exercise called `name`.

    Values, types, laziness, endings, errors, memory and independence of calls are judged in a
    child process, so that an answer which hangs, eats memory or leaves the interpreter gets a
    verdict too.

    Parameters
    ----------
    name : the exercise, ``"countdown"``.
    answer : the function (or class) itself, not what it returns: ``countdown``.

    Returns
    -------
    Verdict : with ``passed``, ``attempted`` and ``message``. Nothing is raised; only stopping the
        kernel ends it with a KeyboardInterrupt.
    """
    try:
        return _checked(name, answer)
    except Exception as error:  # noqa: BLE001 - an object may raise at whatever it is asked
        return _refused("", f"This cannot be checked: {error_text(error)}.")


def _checked(name: Any, answer: Any) -> Shown:
    refusal = _refusal(name, answer)
    if refusal:
        return _refused(name if isinstance(name, str) else "", refusal)
    exercise = CATALOGUE[name]
    if is_stub(answer):
        return _not_attempted(exercise)
    verdict = judge(exercise, answer)
    _STORE.add("passed" if verdict.passed else "tried", exercise.name)
    return _shown(verdict)


def _refused(name: str, message: str) -> Shown:
    return Shown(name, passed=False, attempted=False, message=message)


def judge(exercise: Exercise, answer: Answer) -> Verdict:
    """Examine `answer` in a child process and put what was found into words."""
    more = sum(probe.more for probe in exercise.extras)
    limits = Limits()
    limits = replace(limits, cpu=limits.cpu + int(more))
    start = time.monotonic()
    report = apart(lambda note: as_data(examine(exercise, answer, note)), limits)
    if report.how != "answered":
        return _stopped(exercise, report)
    finding = from_data(report.result)
    fault, place = finding.fault, finding.place
    is_quick = time.monotonic() - start < _QUICK
    if fault and fault.kind not in FATAL and place is not None and is_quick:
        again = apart(lambda note: shows_alone(exercise, answer, place, note), limits)
        if again.how == "answered" and not again.result:
            finding = replace(finding, fault=after_other_calls(fault))
    return _verdict(exercise, finding)


def _refusal(name: Any, answer: Any) -> str:
    """Return what is wrong with the arguments themselves, in a sentence."""
    if isinstance(name, str):
        return _refused_answer(name, answer) if name in CATALOGUE else _unknown(name)
    called = _name_of(name)
    if isinstance(answer, str):
        return f'The name comes first: check("{clip(answer, 40)}", {called}).'
    if name is _MISSING:
        return 'Say which exercise, and hand over your function: check("countdown", countdown).'
    if callable(name):
        return f'Say which exercise it is for: check("{called}", {called}).'
    return (
        f"The first argument is the name of an exercise, in quotes; got {safe_repr(name, 40)}. "
        'Type, for example, check("countdown", countdown).'
    )


def _refused_answer(name: str, answer: Any) -> str:
    if answer is _MISSING:
        return f'Hand over your function too: check("{name}", {name}).'
    if isinstance(answer, str):
        return f'Hand over the function itself, without quotes: check("{name}", {name}).'
    if not callable(answer):
        what = safe_repr(answer, 40)
        return (
            f"Hand over the function itself, without calling it: "
            f'check("{name}", {name}). This is {what}.'
        )
    return ""


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, CATALOGUE)
    words = f"Near: {', '.join(near)}." if near else f"There are: {', '.join(CATALOGUE)}."
    return f"There is no exercise called {safe_repr(name, 40)}. {words}"


def _name_of(thing: Any) -> str:
    name = getattr(thing, "__name__", "")
    return name if isinstance(name, str) and name.isidentifier() else "countdown"


def _not_attempted(exercise: Exercise) -> Shown:
    message = f"{exercise.name}: not attempted yet. {exercise.statement}"
    advice = f'write the body of `{exercise.signature}`, or ask `hint("{exercise.name}")`.'
    return Shown(exercise.name, passed=False, attempted=False, message=message, advice=advice)


def _verdict(exercise: Exercise, finding: Finding) -> Verdict:
    fault = finding.fault
    if fault is None:
        message = f"{exercise.name}: correct.{_pull_sentence(finding)}"
        return Verdict(
            exercise.name,
            passed=True,
            attempted=True,
            message=message,
            pulls=finding.pulls,
            needed=finding.needed,
        )
    return Verdict(
        exercise.name,
        passed=False,
        attempted=True,
        message=_message(exercise, fault, finding.mistake),
        right=finding.right,
        fault=fault,
        mistake=finding.mistake,
        advice=_advice(exercise),
        pulls=fault.pulls,
        needed=fault.needed,
    )


def _message(exercise: Exercise, fault: Fault, mistake: str) -> str:
    """Say on which input it fails, what came, what should come, and which mistake it is."""
    pieces = [f"{exercise.name}: not yet, because of {fault.call}.", fault.what]
    if fault.expected and fault.got:
        pieces.append(f"Expected: {fault.expected}. Got: {fault.got}.")
    return " ".join([*pieces, mistake] if mistake else pieces)


def _pull_sentence(finding: Finding) -> str:
    if finding.pulls is None or finding.needed is None:
        return ""
    took, enough = finding.pulls.values[0], finding.needed.values[0]
    items = "item" if took == 1 else "items"
    return f" To hand over the first value you took {took} {items}; {enough} {_is(enough)} enough."


def _is(n: int) -> str:
    return "is" if n == 1 else "are"


def _stopped(exercise: Exercise, report: Report) -> Verdict:
    """Return the verdict on an answer that took its process with it."""
    call = report.note or exercise.signature
    if report.how == "late":
        fault = Fault("late", call, "It did not come back and was stopped.")
    elif report.how == "ended":
        by = f" (signal {report.signal})" if report.signal else ""
        fault = Fault("ended", call, f"It ended the interpreter it ran in{by}.")
    else:
        fault = Fault("raised", call, f"It broke the check itself: {report.result}.")
    return _verdict(exercise, Finding(fault))


def _advice(exercise: Exercise) -> str:
    given = _STORE.count("hints", exercise.name)
    if given < len(exercise.hints):
        return f'change it and check again, or ask `hint("{exercise.name}")`.'
    return f'change it and check again; `solution("{exercise.name}")` shows one way.'


def _shown(verdict: Verdict) -> Shown:
    return Shown(**{f.name: getattr(verdict, f.name) for f in fields(Verdict)})


# ---- hint, solution, progress ---------------------------------------------------------------


def hint(name: Any = _MISSING) -> Advice:
    """Return a hint for the exercise called `name`; each call goes one step further."""
    exercise = _exercise(name)
    if isinstance(exercise, str):
        return Told("", exercise)
    last = len(exercise.hints)
    given = _STORE.count("hints", exercise.name)
    number = last if given >= last else _STORE.add("hints", exercise.name)
    title = f"{exercise.name}, hint {number} of {last}"
    return Told(title, exercise.hints[number - 1])


def solution(name: Any = _MISSING) -> Advice:
    """Return the solution of the exercise called `name`, at the second call."""
    exercise = _exercise(name)
    if isinstance(exercise, str):
        return Told("", exercise)
    if _STORE.add("asked", exercise.name) == 1:
        words = f'Call solution("{exercise.name}") again to see it. hint("{exercise.name}") '
        return Told(f"{exercise.name}: the solution", words + "goes one step at a time.")
    return Told(f"{exercise.name}: one solution", exercise.why, exercise.source)


def progress(*, reset: bool = False) -> Progress:
    """Return how far each exercise has come; with `reset`, forget it first."""
    if reset:
        _STORE.reset()
    return Progress([_standing(exercise) for exercise in CATALOGUE.values()])


def _exercise(name: Any) -> Exercise | str:
    """Return the exercise, or a sentence that says why there is none."""
    if callable(name):
        name = _name_of(name)
    if not isinstance(name, str):
        return 'Say which exercise, in quotes: hint("countdown").'
    return CATALOGUE.get(name) or _unknown(name)


def _standing(exercise: Exercise) -> Standing:
    name = exercise.name
    passed, tried = _STORE.count("passed", name), _STORE.count("tried", name)
    state = "passed" if passed else "tried" if tried else "untouched"
    return Standing(name, exercise.notebook, state, _STORE.count("hints", name))  # type: ignore[arg-type]
