"""Drives one iterator, a resume at a time, and returns what each resume did as a `Step`."""

from __future__ import annotations

import functools
import inspect
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from types import CodeType, GeneratorType
from typing import Any, Final

from lazylab.errors import Refused
from lazylab.observe.capture import Captured, printed
from lazylab.observe.frames import FrameFreezer, frozen_variables
from lazylab.observe.patience import OutOfPatience, patience
from lazylab.observe.sources import code_of, source_of, spoken_name
from lazylab.observe.tracing import lines_run
from lazylab.records import Action, Frame, Kind, Outcome, Source, State, Step
from lazylab.reprs import clip, error_text, safe_repr

HISTORY: Final = 1_000
_STATES: Final[dict[str, State]] = {
    inspect.GEN_CREATED: "created",
    inspect.GEN_RUNNING: "running",
    inspect.GEN_SUSPENDED: "suspended",
    inspect.GEN_CLOSED: "closed",
}
_Deed = Callable[[], Any]


class Driver:
    """Steps what a function returns, or an iterator that exists already.

    It never wraps, copies or re-runs the iterator, and advances it only when told to.

    Parameters
    ----------
    subject : a callable that returns an iterator, or an iterator.
    args, kwargs : what to call it with.
    seconds : how long one resume may take before it is interrupted.

    Raises
    ------
    Refused : for what cannot be stepped: async generators, coroutines, and what is neither
        callable nor an iterator.

    Attributes
    ----------
    seconds : as given.
    source : the `Source` of what is stepped now; the call may change it.
    steps : the last 1,000 since the start or the last restart, the call included.
    last : the last `Step`; before the first one, a step that says where things stand.
    notice : why the last request did nothing; empty when it did something.
    """

    def __init__(
        self, subject: Any, args: tuple[Any, ...], kwargs: dict[str, Any], seconds: float
    ) -> None:
        _refuse_what_cannot_be_stepped(subject, args, kwargs)
        self.seconds = seconds
        self._call: _Deed | None = None
        if not _is_iterator(subject):
            self._call = functools.partial(subject, *args, **kwargs)
            with printed(), suppress(KeyboardInterrupt), patience(seconds):
                self._written = _written_call(subject, args, kwargs)
            self._code_called = code_of(subject)
            self._name = _name(subject)
        self._given = subject
        self._begin()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The recorded steps, oldest first."""
        return tuple(self._history)

    @property
    def last(self) -> Step:
        """The last step."""
        return self._history[-1] if self._history else self._start

    @property
    def can_restart(self) -> bool:
        """Whether there is a call that can be repeated."""
        return self._call is not None

    @property
    def is_called(self) -> bool:
        """Whether there is an iterator to drive."""
        return self._iterator is not None

    def can(self, method: str) -> bool:
        """Tell whether the iterator has `method`: ``send``, ``throw`` or ``close``."""
        return hasattr(type(self._iterator), method)

    def call(self) -> Step:
        """Call the function; a second call does nothing and says so in `notice`."""
        self.notice = ""
        if self._call is None:
            self.notice = "This is an iterator that was made before: there is nothing to call."
        elif self.is_called:
            self.notice = f"{self._name} was called already. Press restart to call it again."
        else:
            self._make(self._call)
        return self.last

    def next(self, n: int = 1) -> Step:
        """Resume up to `n` times, stopping early at the first that hands over no value."""
        if not (isinstance(n, int) and n >= 0):  # type: ignore[redundant-expr]
            message = f"next() takes how many times to resume, such as next(5); got {safe_repr(n)}."
            raise Refused(message)
        for _ in range(n):
            if self._drive("next", "next").outcome != "yielded":
                break
        return self.last

    def send(self, value: Any) -> Step:
        """Resume with `value` as the result of the ``yield`` the generator is paused at."""
        return self._drive("send", "send", value)

    def throw(self, error: Any) -> Step:
        """Resume by raising `error`, an exception or its class, at the paused ``yield``."""
        return self._drive("throw", "throw", error)

    def close(self) -> Step:
        """Close: raise ``GeneratorExit`` at the paused ``yield``."""
        return self._drive("close", "close")

    def restart(self) -> Step:
        """Drop the generator and stand before the call again; nothing is called."""
        if self._call is None:
            self.notice = (
                "There is no restart: this iterator was made before, and nobody but the code that "
                "made it can make another."
            )
            return self.last
        return self._begin()

    def _begin(self) -> Step:
        with printed() as out, suppress(KeyboardInterrupt), patience(self.seconds):
            self._iterator: Any = None  # dropping a suspended generator runs its finally blocks
        self._freezer = FrameFreezer()
        self._history: deque[Step] = deque(maxlen=HISTORY)
        self.notice = ""
        if self._call is None:
            self._iterator = self._given
            self.source = _source_of_iterator(self._iterator, "")
        else:
            self.source = source_of(self._name, self._written, "function", self._code_called)
        state = self._state_after("uncalled", ended=False)
        blank = Step(0, "start", "waiting", state, state, printed=out.text, printed_more=out.more)
        self._start = self._freeze(blank, _Resume(), None)
        return self._start

    def _make(self, call: _Deed) -> None:
        before = self.last.state
        resume = _Resume(lines_run(self._code_called))
        resume.run(call, self.seconds)
        if resume.outcome == "yielded":
            if _is_iterator(resume.value):
                resume.outcome = "called"
                self._iterator = resume.value
                self.source = _source_of_iterator(resume.value, self._written)
            else:
                resume.outcome = "returned"
        state = self._state_after(before, ended=False)
        step = Step(0, "call", resume.outcome, before, state)
        self._history.append(self._freeze(step, resume, None))

    def _drive(self, action: Action, method: str, *given: Any) -> Step:
        self.notice = ""
        if not self.is_called:
            self.call()
            if not self.is_called:
                return self.last
        last = self.last
        before = self._state_after(last.state, ended=False)
        resumed_at = _paused_line(self._iterator) if before == "suspended" else None
        resume = _Resume(lines_run(_resumed_code(self._iterator)))
        resume.run(partial(_ask, self._iterator, method, given), self.seconds)
        yielded = resume.outcome == "yielded" and action != "close"
        if action == "close" and resume.outcome == "yielded":
            resume.outcome = "closed"
        step = Step(
            number=last.number + 1,
            action=action,
            outcome=resume.outcome,
            before=before,
            state=self._state_after(
                "suspended" if yielded else before,
                ended=resume.outcome in {"returned", "closed"},
            ),
            resumed_at=resumed_at,
            yields=last.yields + yielded,
        )
        self._history.append(self._freeze(step, resume, given))
        return self.last

    def _state_after(self, otherwise: State, *, ended: bool) -> State:
        """Return the state; only a generator can be asked, of others we know what we saw."""
        if self._iterator is None:
            return "uncalled"
        if isinstance(self._iterator, GeneratorType):
            return _STATES[inspect.getgeneratorstate(self._iterator)]
        if ended:
            return "closed"
        return "created" if otherwise == "uncalled" else otherwise

    def _freeze(self, step: Step, resume: _Resume, given: tuple[Any, ...] | None) -> Step:
        """Return `step` with all that is read off live objects, as strings."""
        sent, value = None, resume.text
        frames: tuple[Frame, ...] = ()
        hidden = 0
        attributes: tuple[tuple[str, str], ...] = ()
        # a __repr__ may print, or hang
        with printed(), suppress(KeyboardInterrupt), patience(self.seconds):
            if given:
                sent = _sent_text(step.action, given[0])
            if resume.outcome in {"yielded", "called", "returned"} or resume.value is not None:
                value = safe_repr(resume.value)
            frames, hidden = self._freezer.freeze(self._iterator, resume.ran)
            attributes, _ = frozen_variables(_attributes(self._iterator))
        line = frames[0].line if frames else resume.raised_at or resume.ran.last
        lines = resume.ran.lines
        if step.outcome == "yielded" and line is not None and line not in lines:
            lines = (*lines, line)  # resumed and paused again on one line: no new line began
        return replace(
            step,
            sent=sent,
            value=value,
            line=line,
            lines=lines,
            printed=resume.printed.text or step.printed,
            printed_more=resume.printed.more or step.printed_more,
            frames=frames,
            hidden_frames=hidden,
            attributes=attributes,
        )


class _Resume:
    """One call into the learner's code, and what came of it."""

    def __init__(self, ran: lines_run | None = None) -> None:
        self.ran = ran or lines_run(None)
        self.outcome: Outcome = "waiting"
        self.value: Any = None
        self.text: str | None = None  # of an exception: keeping it would keep its frames
        self.raised_at: int | None = None
        self.printed = Captured()

    def run(self, deed: _Deed, seconds: float) -> None:
        try:
            with printed() as self.printed, self.ran, patience(seconds):
                self.value = deed()
            self.outcome = "yielded"
        except StopIteration as stop:
            self.outcome, self.value = "returned", stop.value
        except KeyboardInterrupt as error:
            late = isinstance(error, OutOfPatience)
            self.outcome = "interrupted"
            self.text = f"no answer after {seconds:g} s" if late else error_text(error)
        except BaseException as error:  # noqa: BLE001 - a SystemExit is an outcome like any other
            self.outcome, self.text = "raised", error_text(error)
            self.raised_at = self.ran.line_in(error.__traceback__)


def _ask(iterator: Any, method: str, given: tuple[Any, ...]) -> Any:
    # next(iterator) and not iterator.__next__(): the builtin is what learners and `for` use
    return next(iterator) if method == "next" else getattr(iterator, method)(*given)


def _is_iterator(thing: object) -> bool:
    return not isinstance(thing, type) and hasattr(type(thing), "__next__")


def _resumed_code(iterator: Any) -> CodeType | None:
    """Return the code that runs when `iterator` is resumed, if it is Python code."""
    if isinstance(iterator, GeneratorType):
        return iterator.gi_code
    return code_of(type(iterator).__next__)


def _paused_line(iterator: Any) -> int | None:
    # asked of the frame and not of the last step: a cell may have called next() in between
    frame = iterator.gi_frame if isinstance(iterator, GeneratorType) else None
    return frame.f_lineno if frame else None


def _source_of_iterator(iterator: Any, written: str) -> Source:
    code = _resumed_code(iterator)
    if isinstance(iterator, GeneratorType):
        kind: Kind = "generator"
        name = spoken_name(iterator.__name__)
    else:
        kind = "iterator" if code else "builtin"
        name = type(iterator).__name__
    return source_of(clip(name), written or clip(name), kind, code)


def _attributes(iterator: Any) -> dict[str, Any]:
    if iterator is None or isinstance(iterator, GeneratorType):
        return {}
    kept = getattr(iterator, "__dict__", {})
    return kept if isinstance(kept, dict) else {}


def _sent_text(action: Action, given: Any) -> str:
    if action == "throw" and isinstance(given, BaseException):
        return error_text(given)
    if action == "throw" and isinstance(given, type):
        return clip(given.__name__)
    return safe_repr(given)


def _name(function: Any) -> str:
    while isinstance(function, functools.partial):
        function = function.func
    return clip(spoken_name(str(getattr(function, "__name__", "") or type(function).__name__)))


def _written_call(function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    given = [safe_repr(a, 40) for a in args]
    given += [f"{name}={safe_repr(value, 40)}" for name, value in kwargs.items()]
    return clip(f"{_name(function)}({', '.join(given)})")


def _refuse_what_cannot_be_stepped(subject: Any, args: Any, kwargs: Any) -> None:
    asynchronous = _asynchronous(subject)
    if asynchronous:
        raise Refused(
            f"step() cannot drive {asynchronous}: it hands its values to an event loop with "
            f"`async for` or `await`, not to next(). Step a plain generator, without `async`."
        )
    if _is_iterator(subject):
        if args or kwargs:
            raise Refused(
                "step() was given an iterator and arguments for it. An iterator was called "
                "already: type step(iterator), or step(function, *arguments) with the function."
            )
    elif not callable(subject):
        what = safe_repr(subject, 40)
        if hasattr(type(subject), "__iter__"):
            kind = type(subject).__name__
            raise Refused(
                f"{what} is iterable, but it is not an iterator: a {kind} has no next(). "
                f"Type step(iter(...)) with the {kind} in place of the dots."
            )
        raise Refused(
            "step() takes a generator function and its arguments, or an iterator; "
            f"{what} is neither. Type, for example, step(countdown, 3)."
        )


def _asynchronous(subject: Any) -> str:
    function = subject
    while isinstance(function, functools.partial):
        function = function.func
    function = getattr(function, "__func__", function)
    if inspect.isasyncgenfunction(function) or inspect.isasyncgen(subject):
        return "an async generator"
    if inspect.iscoroutinefunction(function) or inspect.iscoroutine(subject):
        return "a coroutine"
    return ""
