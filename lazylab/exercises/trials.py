"""One answer on one input, beside the solution on the same input, and how the two differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Any, Final
from zlib import crc32

from lazylab.exercises.inputs import Form, Input, exactly
from lazylab.exercises.model import Answer, Case, Exercise
from lazylab.observe.laziness import BUDGET, Meter, Request, Watched, watch
from lazylab.records import Fault, FaultKind, Pulls
from lazylab.reprs import error_text, one_line, safe_repr

END: Final = object()  # stands where an iterator has no more values
_WHOLE: Final = 5_000  # values; no case's solution hands over more
_BEYOND: Final = 2  # values asked for after the last one expected
_SHOWN: Final = 8
_VALUE: Final = 60  # characters


@dataclass(frozen=True)
class Trial:
    """A case in one form of its inputs; ``fails`` is (argument, items before it breaks)."""

    exercise: Exercise
    case: Case
    form: Form = "list"
    fails: tuple[int, int] | None = None

    @cached_property
    def text(self) -> str:
        """The call, as a learner would type it."""
        given = (self._text(place, arg) for place, arg in enumerate(self.case.args))
        text = self.case.label or f"{self.exercise.name}({', '.join(given)})"
        sends = ", ".join(f"send({safe_repr(x, 20)})" for x in self.case.sends)
        return f"{text}, next(), {sends}" if sends else text

    @cached_property
    def wanted(self) -> Watched:
        """What the solution does."""
        return self.run(self.exercise.solution, self.case.take or _WHOLE)[0]

    def run(self, answer: Answer, limit: int | None = None) -> tuple[Watched, Meter]:
        """Call `answer` and ask it for as many values as there should be, and a few more."""
        if limit is None:
            limit = self.case.take or len(self.wanted.values) + _BEYOND
        meter = Meter()
        args = self.arguments(meter)
        seen = watch(lambda: answer(*args), meter, self.requests(limit))
        return seen, meter

    def arguments(self, meter: Meter) -> list[Any]:
        """Make the arguments for one run."""
        return [self._made(meter, place, arg) for place, arg in enumerate(self.case.args)]

    def requests(self, limit: int) -> Sequence[Request]:
        """Return what the iterator is asked, in order."""
        if self.case.sends:
            return [next, *map(_sending, self.case.sends)]
        return [next] * limit

    def budget(self, n: int) -> int:
        """Return how many items value `n` may have taken in total."""
        own, end = self.exercise.budget, self.wanted.end
        if own is None:
            return self.wanted.totals[n - 1]
        return own(n) if end is None else min(own(n), end)

    @property
    def needed(self) -> Pulls:
        """Return what is enough."""
        values = (self.budget(n) for n in range(1, len(self.wanted.totals) + 1))
        return Pulls(0, tuple(values), self.wanted.end)

    def _made(self, meter: Meter, place: int, arg: Any) -> Any:
        if not isinstance(arg, Input):
            return arg
        fails_after = self.fails[1] if self.fails and self.fails[0] == place else None
        return arg.make(meter, self.form, fails_after)

    def _text(self, place: int, arg: Any) -> str:
        if not isinstance(arg, Input):
            return safe_repr(arg, _VALUE)
        text = arg.text("iterator" if self.fails else self.form)
        if self.fails and self.fails[0] == place:
            return f"a source that breaks after {_items(self.fails[1])} of {arg.text('list')}"
        return text


def difference(trial: Trial, seen: Watched, meter: Meter) -> Fault | None:
    """Return the first thing about values, end and errors that is not as it should be."""
    for look in (_stopped, _refusal, _not_an_iterator, _values, _ending):
        fault = look(trial, seen, meter)
        if fault is not None:
            return replace(fault, call=trial.text, digest=digest(seen))
    return None


def digest(seen: Watched) -> str:
    """Return a short text that is the same for answers that behave the same."""
    values = [plain_text(value) for value in seen.values]
    what = (seen.ending, type(seen.error).__name__, values, "".join(seen.printed))
    return f"{crc32(repr(what).encode(errors='replace')):08x}"


def plain_text(value: Any) -> str:
    """Return a text of `value` that is the same for answers that behave the same."""
    # a generator's repr holds the name that a learner gave its function
    plain = type(value) in {int, float, bool, str, list, tuple, dict, type(None)}
    return safe_repr(value) if plain else type(value).__name__


def prints(trial: Trial, seen: Watched) -> Fault | None:
    """Return a fault if something else was printed, or at another moment, than should be."""
    for n, text in enumerate(seen.printed):
        should = trial.wanted.printed[n] if n < len(trial.wanted.printed) else ""
        if not prints_alike(should, text):
            moment = "the call" if n == 0 else f"request {n}"
            expected, got = shown_print(should), shown_print(text)
            if expected == got:  # the words are right, the lines are not
                expected, got = safe_repr(should, _VALUE), safe_repr(text, _VALUE)
            what = f"At {moment} it printed {got} where it should print {expected}."
            fault = _fault("prints", what, expected, got)
            return replace(fault, call=trial.text)
    return None


def prints_alike(should: str, text: str) -> bool:
    """Tell whether two prints are the same; the end of the last line may be missing."""
    return _without_end(should) == _without_end(text)


def shown_print(text: str) -> str:
    """Return the words of a print, for a sentence."""
    return one_line(" ".join(text.split()))[:_VALUE] or "nothing"


def _without_end(text: str) -> str:
    return text.removesuffix("\n") or text


def overpull(trial: Trial, seen: Watched) -> Fault | None:
    """Return a fault if more was taken from the sources than is enough."""
    what = _first_overpull(trial, seen)
    if not what:
        return None
    return Fault("pulls", trial.text, what, pulls=seen.pulls, needed=trial.needed)


def _first_overpull(trial: Trial, seen: Watched) -> str:
    if seen.call:
        return f"The call itself took {_items(seen.call)}; it should take none before next()."
    for n, took in enumerate(seen.totals, 1):
        if n <= len(trial.wanted.totals) and took > trial.budget(n):
            enough = trial.budget(n)
            verb = "is" if enough == 1 else "are"
            return f"To hand over value {n} it took {_items(took)}; {enough} {verb} enough."
    end, enough_to_end = seen.end, trial.wanted.end
    if end is not None and enough_to_end is not None and end > enough_to_end:
        return f"To reach the end it took {_items(end)}; {enough_to_end} are enough."
    return ""


def _fault(kind: FaultKind, what: str, expected: str = "", got: str = "") -> Fault:
    return Fault(kind, "", what, expected, got)


def _stopped(trial: Trial, seen: Watched, _: Meter) -> Fault | None:
    """Return a fault if nothing came back: too many items, too much memory or time."""
    when = "The call" if seen.in_call else f"The request for value {len(seen.values) + 1}"
    if seen.ending == "overdrawn":
        what = f"{when} took {BUDGET:,} items and still wanted more: the source never ends."
        fault = _fault("overdrawn", what, _expected(trial), _got(seen))
        return replace(fault, pulls=_all_taken(seen), needed=trial.needed)
    if seen.ending == "memory":
        return _fault("memory", f"{when} filled the memory it was given.", _expected(trial), "")
    if seen.ending == "late":
        return _fault("late", f"{when} did not come back and was stopped.", _expected(trial), "")
    return None


def _all_taken(seen: Watched) -> Pulls:
    if seen.in_call:
        return Pulls(BUDGET, (BUDGET,))
    return Pulls(seen.call, (*seen.totals, BUDGET))


def _refusal(trial: Trial, seen: Watched, meter: Meter) -> Fault | None:
    """Return a fault if the call raised and should not, or the other way round."""
    should = trial.wanted.ending == "raised"
    if seen.in_call:
        if should and not trial.wanted.values and _is_same_error(trial, seen, meter):
            return None
        return _fault("call", f"The call raised {_error(seen)}.", _expected(trial), _name(seen))
    if should and trial.case.at_the_call:
        name = _name(trial.wanted)
        what = f"The call came back. The {name} should come at the call, before any next()."
        return _fault("silent", what, f"{name} at the call", "the call came back")
    return None


def _not_an_iterator(_: Trial, seen: Watched, __: Meter) -> Fault | None:
    if seen.ending != "no iterator":
        return None
    result = seen.result
    kind = "None" if result is None else f"a value of type {type(result).__name__}"
    what = f"The call returned {kind}. It should return an iterator: something that next() takes."
    if hasattr(type(result), "__next__"):
        what = "What the call returned has __next__, but iter() of it is not the object itself."
    return _fault("iterator", what, "an iterator", type(result).__name__)


def _values(trial: Trial, seen: Watched, _: Meter) -> Fault | None:
    wanted = trial.wanted.values
    free = 1 if trial.case.sends else 0
    for n, (should, came) in enumerate(zip(wanted, seen.values, strict=False), 1):
        if n > free and not trial.exercise.same(should, came):
            what = not_as_it_should_be(n, should, came)
            return _fault("values", what, _expected(trial, n), _got(seen, n))
    if len(seen.values) > len(wanted):
        what = f"There should be {_number(len(wanted), 'value')}, and then came one more: "
        what += f"{safe_repr(seen.values[len(wanted)], _VALUE)}."
        return _fault("long", what, _expected(trial, len(wanted)), _got(seen, len(wanted)))
    return None


def wrong_value(
    call: str, n: int, should: Any, came: Any, same: Callable[[Any, Any], bool] = exactly
) -> Fault | None:
    """Return a fault if value `n` is `END`, or is not what it should be."""
    if came is END:
        what = f"It ended after {n - 1:,} values; there should be more."
        return Fault("short", call, what, safe_repr(should), "the end")
    if same(should, came):
        return None
    what = not_as_it_should_be(n, should, came)
    return Fault("values", call, what, safe_repr(should), plain_text(came))


def not_as_it_should_be(n: int, should: Any, came: Any) -> str:
    """Return the sentence about a wrong value; types are named where nothing else differs."""
    expected, got = safe_repr(should, _VALUE), safe_repr(came, _VALUE)
    if expected == got and type(should) is type(came):
        return f"Value {n:,} should be {expected} and is another that looks the same when cut."
    if expected == got:
        expected += f" of type {type(should).__name__}"
        got += f" of type {type(came).__name__}"
    return f"Value {n:,} should be {expected} and is {got}."


def _ending(trial: Trial, seen: Watched, meter: Meter) -> Fault | None:
    came = len(seen.values)
    if seen.ending == "raised" and not (
        trial.wanted.ending == "raised"
        and came == len(trial.wanted.values)
        and _is_same_error(trial, seen, meter)
    ):
        what = f"After {_number(came, 'value')} it raised {_error(seen)}."
        if _name(seen) == _name(trial.wanted) and came == len(trial.wanted.values):
            what += " That is another exception than the one the source raised."
        return _fault("raised", what, _expected(trial, came), _got(seen, came))
    if seen.ending == "exhausted" and trial.wanted.ending == "raised":
        what = f"It ended as if all was well. It should raise {_error(trial.wanted)}."
        return _fault("silent", what, _expected(trial, came), _got(seen, came))
    if seen.ending == "exhausted" and came < len(trial.wanted.values):
        what = f"It ended after {_number(came, 'value')}; there should be more."
        return _fault("short", what, _expected(trial, came), _got(seen, came))
    return None


def _is_same_error(trial: Trial, seen: Watched, meter: Meter) -> bool:
    if trial.fails:  # the very same exception
        return seen.error is meter.failure
    return isinstance(seen.error, type(trial.wanted.error))


# ---- words ----------------------------------------------------------------------------------


def _expected(trial: Trial, near: int = 1) -> str:
    return _told(trial.wanted, near)


def _got(seen: Watched, near: int = 1) -> str:
    return _told(seen, near)


def _told(seen: Watched, near: int) -> str:
    """Return the values around number `near`, and what came after the last of them."""
    first = max(near - _SHOWN // 2, 0) if near > _SHOWN - 1 else 0
    shown = [safe_repr(v, _VALUE) for v in islice(seen.values, first, first + _SHOWN)]
    pieces = ["…"] * (first > 0) + shown
    if first + _SHOWN < len(seen.values) or seen.ending == "paused":
        pieces.append("…")
    elif seen.ending == "raised":
        pieces.append(f"then {_name(seen)}" if pieces else _name(seen))
    return ", ".join(pieces) or "nothing"


def _error(seen: Watched) -> str:
    return error_text(seen.error) if seen.error else ""


def _name(seen: Watched) -> str:
    return type(seen.error).__name__


def _number(n: int, noun: str) -> str:
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def _items(n: int) -> str:
    return _number(n, "item")


def _sending(value: Any) -> Callable[[Any], Any]:
    return lambda iterator: iterator.send(value)
