"""The step-through: one click, one resume, and everything that happened in it."""

from __future__ import annotations

import ast
import json
import sys
from typing import Any, Final

from lazylab.errors import Refused
from lazylab.observe.capture import printed
from lazylab.observe.patience import patience
from lazylab.observe.stepping import Driver
from lazylab.records import Step
from lazylab.reprs import clip, error_text, safe_repr
from lazylab.show.markup import Sentence, say, to_html, written
from lazylab.show.panels import MARKS, ROOMS, View, fitted
from lazylab.show.sentences import looking_back, sentence
from lazylab.show.stepper import (
    marks_part,
    moving_parts,
    source_part,
    static_picture,
    stepper_text,
    strip_part,
)
from lazylab.widgets.pane import Facts, Pane, mimebundle

PATIENCE: Final = 5.0  # seconds
_LONGEST_WAIT: Final = 3_600.0  # seconds; JSON has no infinity
MESSAGE: Final = 3_000  # bytes of JSON in one step's message; Jupyter's envelope comes on top
_RECENT: Final = ROOMS[0].handed + 2

_BAR: Final = (
    {
        "controls": [
            {"id": "call", "label": "call"},
            {"id": "next", "label": "next()", "primary": True},
            {"id": "next5", "label": "next() ×5"},
        ]
    },
    {
        "controls": [
            {"id": "value", "text": True, "name": "value", "hint": "value", "size": 9},
            {"id": "send", "label": "send(…)"},
            {"id": "throw", "label": "throw(…)"},
        ]
    },
    {"controls": [{"id": "close", "label": "close()"}, {"id": "restart", "label": "restart"}]},
    {
        "controls": [
            {"id": "back", "label": "◀", "name": "back"},
            {"slot": "position"},
            {"id": "forward", "label": "▶", "name": "forward"},
        ]
    },
    {"css": "lz-strip", "controls": [{"slot": "strip"}]},
)
_BODY: Final = (
    '<div class="lz-source" data-slot="source" tabindex="0" role="region" aria-label="source">'
    "</div>"
    '<div class="lz-side"><div data-slot="frames"></div><div data-slot="sent"></div>'
    '<div data-slot="handed"></div><div data-slot="printed"></div></div>'
)
_DRIVES: Final = ("call", "next", "next5", "send", "throw", "close")


class Stepper:
    """Steps a generator, or any iterator, by clicks and from code.

    Every verb returns the last `Step` and raises nothing the generator raised. Nothing runs
    unless a verb or a click asks for it.
    """

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self._at: int | None = None  # index into `steps` while looking back
        self._pane: Pane | None = None
        self._typing: Sentence = ()  # why what was typed could not be used

    # ---- the verbs ----

    def call(self) -> Step:
        """Call the function; the generator iterator it returns stands before its first line."""
        return self._after(self._driver.call())

    def next(self, n: int = 1) -> Step:
        """Resume `n` times, or until no value is handed over."""
        return self._after(self._driver.next(n))

    def send(self, value: Any) -> Step:
        """Resume; the ``yield`` it is paused at becomes `value`."""
        return self._after(self._driver.send(value))

    def throw(self, error: BaseException | type[BaseException]) -> Step:
        """Resume by raising `error` at the ``yield`` it is paused at."""
        return self._after(self._driver.throw(error))

    def close(self) -> Step:
        """Raise ``GeneratorExit`` at the pause; what the generator's ``finally`` does, it does."""
        return self._after(self._driver.close())

    def restart(self) -> Step:
        """Forget the generator and stand before the call again."""
        return self._after(self._driver.restart())

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps since the start or the last restart, the call included; the last 1,000."""
        return self._driver.steps

    @property
    def text(self) -> str:
        """The step-through as plain text."""
        return stepper_text(self._view(), self._notice())

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        if self._pane is None:
            self._pane = Pane(self._fixed(), self._facts(), self._on_click)
        return mimebundle(self._pane, self.text, static_picture(self._view()))

    # ---- clicks ----

    def _on_click(self, message: Facts) -> None:
        driver = self._driver
        self._typing, driver.notice = (), ""
        do = str(message.get("do"))
        if do in {"back", "forward"}:
            self._look(-1 if do == "back" else +1)
        else:
            self._at = None
        match do:
            case "call" | "next" | "close" | "restart":
                getattr(driver, do)()
            case "next5":
                driver.next(5)
            case "send" | "throw":
                self._give(do, str(message.get("value", "")))
        self._show()

    def _give(self, verb: str, typed: str) -> None:
        if not typed.strip():
            example = 'ValueError("no")' if verb == "throw" else "10"
            self._typing = say("Type what to {} into the box first, such as {}.", (verb,), example)
            return
        try:
            value = self._evaluated(typed)
        except BaseException as error:  # noqa: BLE001 - whatever was typed, exit() too
            self._typing = say(
                "{} could not be used: {}. Type a value such as `10`, a quoted text, or a name "
                "from your notebook.",
                clip(typed, 60),
                error_text(error),
            )
            return
        getattr(self._driver, verb)(value)

    def _evaluated(self, typed: str) -> Any:
        """Return the value of what was typed: an expression over the names of the notebook."""
        try:
            return ast.literal_eval(typed.strip())
        except (ValueError, SyntaxError):
            names = dict(sys.modules["__main__"].__dict__)
            with printed(), patience(PATIENCE):
                return eval(typed.strip(), names)  # noqa: S307 - their text in their kernel

    def _look(self, by: int) -> None:
        last = len(self.steps) - 1
        at = (last if self._at is None else self._at) + by
        self._at = None if at >= last else max(at, 0)

    # ---- showing ----

    def _after(self, step: Step) -> Step:
        self._at, self._typing = None, ()
        self._show()
        return step

    def _show(self) -> None:
        if self._pane is not None:
            self._pane.show(self._facts())

    def _view(self) -> View:
        driver = self._driver
        steps = driver.steps
        if not steps:
            return View(driver.last, None, (), driver.source)
        at = len(steps) - 1 if self._at is None else self._at
        recent = steps[max(at - _RECENT, 0) : at + 1]
        return View(steps[at], steps[at - 1] if at else None, recent, driver.source)

    def _notice(self) -> Sentence:
        return self._typing or ((self._driver.notice,) if self._driver.notice else ())

    def _fixed(self) -> Facts:
        return {
            "kind": "step",
            "label": f"Step through {self._driver.source.call}",
            "bar": _BAR,
            "body": _BODY,
            "signs": MARKS,
            "enter": "send",
            "drives": _DRIVES,
            "wait": min(self._driver.seconds, _LONGEST_WAIT),
        }

    def _facts(self) -> Facts:
        """Return all that is shown now, drawn in the largest size that fits one message."""
        view = self._view()
        last = self._driver.last
        facts: dict[str, Any] = {
            "data": {"state": last.state, "steps": str(last.number)},
            "off": self._off(),
            "marks": marks_part(view),
        }
        for room in ROOMS:
            small = fitted(view, room)
            words = self._notice() or self._words(small)
            moving = {
                "strip": strip_part(last.state),
                "position": self._position(),
                **moving_parts(small, room),
            }
            facts["say"] = to_html(*written(words))
            if len(json.dumps([facts, moving], ensure_ascii=False).encode()) <= MESSAGE:
                break
        return {**facts, "parts": {"source": source_part(view.source), **moving}}

    def _words(self, view: View) -> Sentence:
        words = sentence(view.step, view.source)
        if self._at is None:
            return words
        return (*looking_back(self._driver.last.number), *words)

    def _position(self) -> str:
        if not self.steps:
            return "–"
        shown, last = self._view().step.number, self._driver.last.number
        return f"{shown or 'call'} of {last}" if last else "call"

    def _off(self) -> dict[str, str]:
        """Return the controls that would do nothing now, each with the reason."""
        driver = self._driver
        off = {}
        if driver.is_called:
            again = " Press restart to call it again." if driver.can_restart else ""
            off["call"] = f"There is a generator iterator already.{again}"
        for method in ("send", "throw", "close"):
            if not driver.is_called:
                off[method] = "There is no generator yet. Press call or next() first."
            elif not driver.can(method):
                off[method] = f"A {driver.source.name} iterator has no {method}()."
        if not driver.can_restart:
            off["restart"] = (
                "This iterator was made before the step-through: there is no call to repeat."
            )
        elif not driver.is_called and not self.steps:
            off["restart"] = "It stands at the start."
        total = len(self.steps)
        if total <= 1 or self._at == 0:
            off["back"] = "This is the first recorded step."
        if self._at is None:
            off["forward"] = "This is the latest step. next() makes a new one."
        return off


def step(subject: Any, *args: Any, patience: float = PATIENCE, **kwargs: Any) -> Stepper:
    """Step through a generator, one ``next()`` at a time.

    Parameters
    ----------
    subject : a generator function, or anything callable that returns an iterator; or an iterator.
    *args, **kwargs : the arguments to call it with. The call itself waits for a click.
    patience : seconds a single resume may take before it is interrupted.

    Returns
    -------
    A `Stepper`: show it as the last line of a cell, or drive it with ``call()``, ``next()``,
    ``send()``, ``throw()``, ``close()`` and ``restart()``.

    Raises
    ------
    Refused : when there is nothing to step; the message says what to type instead.
    """
    if not (isinstance(patience, (int, float)) and patience > 0):  # type: ignore[redundant-expr]
        message = f"patience is a number of seconds, such as 5; got {safe_repr(patience, 40)}."
        raise Refused(message)
    return Stepper(Driver(subject, args, kwargs, patience))
