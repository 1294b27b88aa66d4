"""The prediction: an answer first, then the program really runs."""

from __future__ import annotations

import difflib
import inspect
from collections.abc import Callable, Mapping
from typing import Any, Final

from lazylab.errors import Refused
from lazylab.observe.programs import as_of_now, run_once
from lazylab.predictions import PREDICTIONS
from lazylab.records import Answered, Choice, Prediction
from lazylab.reprs import safe_repr
from lazylab.show.markup import marked, spoken, to_html, written
from lazylab.show.prediction import (
    LETTERS,
    asking,
    choice_for,
    head_part,
    is_right,
    judging,
    letter_of,
    prediction_text,
    reveal_part,
    seen,
    static_picture,
)
from lazylab.widgets.pane import Facts, Pane, mimebundle

PATIENCE: Final = 5.0  # seconds
_BODY: Final = '<div class="lz-reveal" data-slot="reveal"></div>'
_ANSWERED: Final = "This is answered. Press again to answer once more."
_OPEN: Final = "Nothing is answered yet."
_EMPTY: Final = "Write what you expect into the box first, then press commit."
_EXAMPLE: Final = 'lazylab.predict("What does this print?", program)'


class Predictor:
    """Asks what a program will show, and runs it once an answer is given.

    Nothing runs until then; every answer runs the program once.
    """

    def __init__(
        self, prediction: Prediction, program: Callable[[], Any], seconds: float = PATIENCE
    ) -> None:
        self._prediction = prediction
        self._program = as_of_now(program)
        self._seconds = seconds
        self._answered: Answered | None = None
        self._pane: Pane | None = None
        self._notice = ""

    # ---- the verbs ----

    def answer(self, said: str) -> Answered:
        """Commit to an answer, by its text or its letter, and run the program."""
        texts = self._texts()
        text = str(said)
        return self._reveal(text if text in texts.values() else texts.get(text.upper(), text))

    def show(self) -> Answered:
        """Run the program without an answer."""
        return self._reveal("")

    def again(self) -> None:
        """Forget the answer; nothing runs."""
        self._answered, self._notice = None, ""
        self._update()

    @property
    def text(self) -> str:
        """The prediction as plain text."""
        return prediction_text(self._prediction, self._answered)

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, Any], dict[str, Any]]:
        if self._pane is None:
            self._pane = Pane(self._fixed(), self._facts(), self._on_click)
        return mimebundle(self._pane, self.text, static_picture(self._prediction, self._answered))

    # ---- clicks ----

    def _on_click(self, message: Facts) -> None:
        do = str(message.get("do"))
        self._notice = ""
        if do == "again":
            self.again()
        elif self._answered is not None:
            self._notice = _ANSWERED  # a second press, sent before the page knew of the first
        elif do == "commit":
            self._commit(str(message.get("value", "")))
        elif do == "show":
            self.show()
        elif do in self._texts():
            self.answer(do)
        self._update()

    def _commit(self, typed: str) -> None:
        if typed.strip():
            self._reveal(typed.strip())
        else:
            self._notice = _EMPTY

    def _reveal(self, said: str) -> Answered:
        self._answered = Answered(said, run_once(self._program, self._seconds))
        self._update()
        return self._answered

    # ---- showing ----

    def _texts(self) -> dict[str, str]:
        """Return the shown choices by letter."""
        if self._prediction.is_open:
            return {}
        asked = self._prediction
        return {letter_of(asked, choice): choice.text for choice in asked.choices}

    def _update(self) -> None:
        if self._pane is not None:
            self._pane.show(self._facts())

    def _fixed(self) -> Facts:
        typing = [
            {"id": "value", "text": True, "name": "your answer", "hint": "your answer", "size": 30},
            {"id": "commit", "label": "commit", "primary": True},
        ]
        choices = [{"id": key, "label": text or " "} for key, text in self._texts().items()]
        after = [{"id": "show", "label": "show me"}, {"id": "again", "label": "again"}]
        return {
            "kind": "predict",
            "label": f"Predict. {spoken(marked(self._prediction.question))}",
            "head": head_part(self._prediction),
            "bar": [
                {"css": "" if not choices else "lz-choices", "controls": choices or typing},
                {"controls": after},
            ],
            "body": _BODY,
            "signs": {},
            "enter": "commit",
            "drives": [*self._texts(), "commit", "show"],
            "wait": self._seconds,
        }

    def _facts(self) -> Facts:
        answered = self._answered
        words = judging(self._prediction, answered) if answered else asking(self._prediction)
        return {
            "data": {"state": self._state()},
            "off": self._off(),
            "notes": self._notes(),
            "parts": {"reveal": reveal_part(self._prediction, answered)},
            "say": to_html(*written((self._notice,) if self._notice else words)),
        }

    def _state(self) -> str:
        if self._answered is None:
            return "open"
        if not self._answered.said:
            return "shown"
        return "right" if is_right(self._prediction, self._answered) else "wrong"

    def _off(self) -> dict[str, str]:
        if self._answered is None:
            return {"again": _OPEN}
        return dict.fromkeys([*self._texts(), "commit", "show"], _ANSWERED)

    def _notes(self) -> dict[str, str]:
        """Return what to write beside a choice once it is answered, by letter."""
        if self._answered is None:
            return {}
        truth = choice_for(self._prediction, seen(self._answered.ran))
        said = choice_for(self._prediction, self._answered.said)
        notes: dict[str, str] = {}
        for choice in self._prediction.choices:
            words = ["✓ what happened"] if choice is truth else []
            words += [f"{'' if said is truth else '✗ '}your answer"] if choice is said else []
            notes[letter_of(self._prediction, choice)] = " · ".join(words)
        return notes


def predict(
    question: str,
    program: Callable[[], Any],
    choices: Mapping[str, str] | None = None,
    because: str = "",
) -> Predictor:
    """Ask what a program will show before it runs.

    Parameters
    ----------
    question : the name of a prediction of the course, or a question of your own.
    program : a function without arguments. It is called once for every answer, never before, and
        sees the names it uses as they are when the cell runs.
    choices : for a question of your own: each answer, and a sentence for who gives it that says
        why not; the answer you expect has an empty one. Without choices the answer is written
        into a box.
    because : for a question of your own: why the program shows what you expect.

    Returns
    -------
    A `Predictor`: show it as the last line of a cell, or use ``answer(…)``, ``show()`` and
    ``again()``.

    Raises
    ------
    Refused : when there is nothing to ask or to run; the message says what to type instead.
    """
    return Predictor(_asked(question, choices, because), _checked_program(program))


def _asked(question: Any, choices: Any, because: str) -> Prediction:
    if not isinstance(question, str) or not question.strip():
        raise Refused(
            f"predict() begins with a question in quotes; got {safe_repr(question, 40)}. "
            f"Type, for example, {_EXAMPLE}."
        )
    if choices is not None:
        return Prediction(question, question, because, _checked_choices(choices))
    if question in PREDICTIONS:
        return PREDICTIONS[question]
    if " " in question.strip():
        return Prediction(question, question, because, (), is_open=True)
    near = difflib.get_close_matches(question, PREDICTIONS, n=3, cutoff=0.4)
    known = f"near it: {', '.join(near)}" if near else f"it has: {', '.join(PREDICTIONS)}"
    raise Refused(
        f"The course has no prediction {safe_repr(question, 40)} ({known}). "
        f"A question of your own is a sentence: {_EXAMPLE}."
    )


def _checked_choices(choices: Any) -> tuple[Choice, ...]:
    is_good = (
        isinstance(choices, Mapping)
        and 2 <= len(choices) <= len(LETTERS)  # noqa: PLR2004 - one answer is no choice
        and all(isinstance(words, str) for pair in choices.items() for words in pair)
    )
    if not is_good:
        raise Refused(
            "The choices of predict() are a dict of two answers or more, each with a sentence that "
            f'says why not, or none: {{"1": "It …", "2": ""}}; got {safe_repr(choices, 40)}.'
        )
    return tuple(Choice(text, why_not) for text, why_not in choices.items())


def _checked_program(program: Any) -> Callable[[], Any]:
    if not callable(program):
        raise Refused(
            "predict() runs the program itself, after the answer: give it a function without "
            f"arguments, without its brackets; got {safe_repr(program, 40)}. "
            "Type, for example, def program(): … and then "
            f"{_EXAMPLE}."
        )
    if missing := _required(program):
        raise Refused(
            f"predict() calls the program without arguments, and this one needs {missing}. "
            "Write a function around it: def program(): … with the call inside."
        )
    return program  # type: ignore[no-any-return]


def _required(program: Callable[..., Any]) -> str:
    """Return the names of the arguments `program` cannot be called without."""
    try:
        parameters = inspect.signature(program).parameters.values()
    except (TypeError, ValueError):  # written in C, and silent about it
        return ""
    optional = {inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD}
    needed = [p.name for p in parameters if p.default is p.empty and p.kind not in optional]
    return ", ".join(needed)
