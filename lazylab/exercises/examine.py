"""Looks at an answer from all sides and finds the known mistake that behaves like it."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final, TypeAlias

from lazylab.exercises.model import Answer, Exercise, Mistake, Probe
from lazylab.exercises.probes import probes
from lazylab.exercises.trials import Trial
from lazylab.observe.capture import printed
from lazylab.observe.isolation import Note, written_past_print
from lazylab.observe.laziness import Overdrawn
from lazylab.observe.patience import OutOfPatience, patience
from lazylab.records import Fault, Pulls
from lazylab.reprs import error_text

PATIENCE: Final = 2.0  # seconds for one look at an answer
_DEAR: Final = 1.5  # seconds more for a look at a long stream
_BRIEF: Final = 0.3  # seconds for one look at a mistake: all but the endless take a millisecond
_COMPARING: Final = 1.0  # seconds for all mistakes together
FATAL: Final = {"late", "memory", "slow"}  # looking on would take too long
_COLLECTIONS: Final = {"list", "tuple", "set", "deque"}

Sign: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of looking.

    Attributes
    ----------
    fault : the first fault, the smallest; None when there is none.
    place : which look found it, so that it can be looked at again; None where that says nothing.
    right : the clauses that were kept.
    mistake : the message of the known mistake that behaves the same; otherwise empty.
    pulls, needed : what a correct answer took and what is enough; None where nothing is taken.
    """

    fault: Fault | None
    right: tuple[str, ...] = ()
    mistake: str = ""
    pulls: Pulls | None = None
    needed: Pulls | None = None
    place: int | None = None


def examine(exercise: Exercise, answer: Answer, note: Note) -> Finding:
    """Run every probe on `answer`; on a fault, look for the mistake it is."""
    looks = probes(exercise)
    found = _look_at_all(looks, answer, note)
    faults = [fault for fault in found if fault is not None]
    right = _kept(looks, found)
    if faults:
        note(faults[0].call, more=_COMPARING)
        mistake = _recognised(exercise.mistakes, looks, found)
        return Finding(faults[0], right, mistake, place=found.index(faults[0]))
    if written_past_print():
        what = "It writes to the standard output, past print."
        return Finding(Fault("prints", exercise.signature, what, "nothing", "text"), right)
    return Finding(None, right, "", *_record(exercise, answer))


def shows_alone(exercise: Exercise, answer: Answer, place: int, note: Note) -> bool:
    """Tell whether the fault shows when nothing else was called before; for a child of its own."""
    probe = probes(exercise)[place]
    note(probe.text, probe.more)
    return look(probe, answer, PATIENCE) is not None


def after_other_calls(fault: Fault) -> Fault:
    """Return a fault that shows only after other calls, and says so."""
    what = f"Called for the first time it is right; after other calls it is not. {fault.what}"
    return replace(fault, what=f"{what} Something is kept from one call to the next.")


def as_data(finding: Finding) -> dict[str, Any]:
    """Return a finding as what JSON can carry."""
    return asdict(finding)


def from_data(data: dict[str, Any]) -> Finding:
    """Return the finding that `as_data` took apart."""
    fault = data["fault"] and Fault(
        **{**data["fault"], **{key: _pulls(data["fault"][key]) for key in ("pulls", "needed")}}
    )
    pulls, needed = _pulls(data["pulls"]), _pulls(data["needed"])
    right, mistake, place = tuple(data["right"]), data["mistake"], data["place"]
    return Finding(fault, right, mistake, pulls, needed, place)


def _pulls(data: dict[str, Any] | None) -> Pulls | None:
    return data and Pulls(**{**data, "values": tuple(data["values"])})  # type: ignore[return-value]


def _look_at_all(looks: Sequence[Probe], answer: Answer, note: Note) -> list[Fault | None]:
    """Return what each probe found, as far as it is worth looking."""
    found: list[Fault | None] = []
    seconds = PATIENCE
    for probe in looks:
        if probe.is_dear and any(found):
            break
        more = probe.more + _DEAR * probe.is_dear
        note(probe.text, more)
        fault = look(probe, answer, seconds + more)
        found.append(fault)
        if fault is not None and fault.kind in FATAL:
            break
        if fault is not None:
            seconds = _BRIEF  # what is left is for telling which mistake it is
    return found


def look(probe: Probe, answer: Answer, seconds: float) -> Fault | None:
    """Run one probe; whatever the answer does to it is a fault."""
    limit = sys.getrecursionlimit()
    try:
        with printed(), patience(seconds):
            fault = probe.look(answer)
            return fault and replace(fault, because=probe.because)
    except OutOfPatience:
        return Fault("late", probe.text, "It did not come back and was stopped.")
    except MemoryError:
        return Fault("memory", probe.text, "It filled the memory it was given.")
    except Overdrawn:
        return Fault("overdrawn", probe.text, "It took item after item and handed over nothing.")
    except BaseException as error:  # noqa: BLE001
        text = error_text(error)
        return Fault("raised", probe.text, f"It raised {text}.", got=type(error).__name__)
    finally:
        sys.setrecursionlimit(limit)


def _kept(looks: Sequence[Probe], found: Sequence[Fault | None]) -> tuple[str, ...]:
    """Return the clauses, in order, whose every probe was run and found nothing."""
    seen = dict.fromkeys(probe.clause for probe in looks)
    broken = {p.clause for p, fault in zip(looks, found, strict=False) if fault is not None}
    broken |= {probe.clause for probe in looks[len(found) :]}
    return tuple(clause for clause in seen if clause not in broken)


# ---- the known mistakes ---------------------------------------------------------------------


def sign(fault: Fault | None) -> Sign:
    """Return what is the same about a fault in differently worded answers."""
    if fault is None:
        return "", ""
    if fault.kind == "pulls":
        return fault.kind, _how_early(fault)
    if fault.kind == "iterator":
        return fault.kind, "a collection" if fault.got in _COLLECTIONS else fault.got
    if fault.kind in FATAL:
        return "slow" if fault.kind == "slow" else "stopped", ""
    # whether a body runs at the call or at the first request is a matter of wording
    return ("raised" if fault.kind == "call" else fault.kind), fault.digest or fault.got


def _how_early(fault: Fault) -> str:
    """Say at the call or later, and whether by one item or by more."""
    pulls, needed = fault.pulls, fault.needed
    if pulls is None or needed is None or pulls.call:
        return "at the call"
    over = [took - enough for took, enough in zip(pulls.values, needed.values, strict=False)]
    first = next((n for n in over if n > 0), 0)
    return {0: "at the end", 1: "one ahead"}.get(first, "many ahead")


def _recognised(
    mistakes: Sequence[Mistake], looks: Sequence[Probe], found: Sequence[Fault | None]
) -> str:
    """Return the message of the known mistake that explains the first fault.

    One whose every look finds the same comes first; then one that explains a part of what was
    found, for who made two. It gives up after a while: the verdict is known without it.
    """
    end = time.monotonic() + _COMPARING
    for behaves in (_behaves_like, _is_part_of):
        for mistake in mistakes:
            if time.monotonic() > end:
                return ""
            if any(behaves(answer, looks, found) for answer in mistake.answers):
                return mistake.message
    return ""


def _behaves_like(mistake: Answer, looks: Sequence[Probe], found: Sequence[Fault | None]) -> bool:
    return all(
        sign(_look_at_mistake(probe, mistake)) == sign(fault)
        for probe, fault in zip(looks, found, strict=False)
    )


def _is_part_of(mistake: Answer, looks: Sequence[Probe], found: Sequence[Fault | None]) -> bool:
    """Tell whether `mistake` shows the first fault, and no fault that was not found."""
    pairs = list(zip(looks, found, strict=False))
    first = next((probe, fault) for probe, fault in pairs if fault is not None)
    return all(
        sign(_look_at_mistake(probe, mistake)) in {sign(fault), sign(None)}
        for probe, fault in pairs
    ) and sign(_look_at_mistake(first[0], mistake)) == sign(first[1])


def _look_at_mistake(probe: Probe, mistake: Answer) -> Fault | None:
    if not probe.more:
        return look(probe, mistake, PATIENCE if probe.is_dear else _BRIEF)
    # where time itself is judged, a little of it has to show what is slow
    fault = look(probe, mistake, _BRIEF)
    return replace(fault, kind="slow") if fault and fault.kind == "late" else fault


# ---- what a correct answer took -------------------------------------------------------------


def _record(exercise: Exercise, answer: Answer) -> tuple[Pulls | None, Pulls | None]:
    """Return the pulls of `answer` on the first input that is taken from, and what is enough."""
    for case in exercise.cases:
        trial = Trial(exercise, case, "iterator")
        if case.streams and trial.wanted.values:
            return trial.run(answer)[0].pulls, trial.needed
    return None, None
