"""The words and the three forms of a prediction: asked, answered, and as a picture or text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from string import ascii_uppercase
from typing import Final

from lazylab.records import Answered, Choice, Prediction, Ran
from lazylab.reprs import clip
from lazylab.show.inline import BOX, MONO
from lazylab.show.markup import (
    Child,
    Code,
    Node,
    Sentence,
    marked,
    say,
    spoken,
    tag,
    to_html,
    written,
)

NOTHING: Final = "(nothing)"
ENDLESS: Final = "(it does not end)"
LETTERS: Final = ascii_uppercase
_LINES: Final = 20
_IN_A_ROW: Final = 6  # lines in a sentence
_WIDTH: Final = 200
_BETWEEN: Final = re.compile(r"(?:[\[\](){},;'\"\s]|\band\b)+")

_CHANGED: Final = (
    "Here this question expects something else: the program is not the one it was written for, so "
    "its reasons are left out.",
)

# ---- what a run says, and which choice says the same ----------------------------------------


def seen(ran: Ran) -> str:
    """Return what someone in front of the screen saw: printed lines, then how it ended."""
    lines = [ran.printed.rstrip("\n")] if ran.printed.rstrip("\n") else []
    if ran.printed_more:
        lines.append(f"… {ran.printed_more:,} more characters")
    if ran.ending == "interrupted":
        lines.append(ENDLESS)
    elif ran.ending == "raised" or (ran.value is not None and not lines):
        lines.append(ran.value or "")
    return "\n".join(lines) or NOTHING


def choice_for(prediction: Prediction, text: str) -> Choice | None:
    """Return the choice that says what `text` says.

    Of a written answer brackets, quotes, commas, line breaks and the word "and" are not judged.
    """
    form = _loosely if prediction.is_open else _exactly
    return next((c for c in prediction.choices if form(c.text) == form(text)), None)


def letter_of(prediction: Prediction, choice: Choice) -> str:
    """Return the letter a choice is shown with."""
    return LETTERS[prediction.choices.index(choice)]


def is_right(prediction: Prediction, answered: Answered) -> bool:
    """Tell whether what was said is what the run showed."""
    form = _loosely if prediction.is_open else _exactly
    return bool(answered.said) and form(answered.said) == form(seen(answered.ran))


def _exactly(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines())


def _loosely(text: str) -> str:
    return _BETWEEN.sub(" ", text).strip()


# ---- sentences ------------------------------------------------------------------------------


def asking(prediction: Prediction) -> Sentence:
    """Return what to do before anything has run."""
    if prediction.is_open:
        return say("Nothing has run yet. Write what you expect, then press `commit`.")
    return say("Nothing has run yet. Press the answer you expect; then the program runs.")


def judging(prediction: Prediction, answered: Answered) -> Sentence:
    """Return how the prediction and the run agree, and what to say to who said that."""
    showed = say("It showed {}. ", _in_a_row(seen(answered.ran)))
    if is_right(prediction, answered):
        return (*say("Right. "), *showed, *reason(prediction, answered))
    if not answered.said:
        return (*showed, *reason(prediction, answered))
    said = choice_for(prediction, answered.said)
    against = said.why_not if said and is_as_written(prediction, answered) else ""
    why = marked(against) or reason(prediction, answered)
    return (*say("Not this time. You said {}. ", _in_a_row(answered.said)), *showed, *why)


def reason(prediction: Prediction, answered: Answered) -> Sentence:
    """Return why the run showed what it showed, as far as that is known."""
    if not prediction.choices:
        return ()
    return marked(prediction.because) if is_as_written(prediction, answered) else _CHANGED


def is_as_written(prediction: Prediction, answered: Answered) -> bool:
    """Tell whether the run showed what is expected; of another program the reasons are not true."""
    truth = choice_for(prediction, seen(answered.ran))
    return truth is not None and not truth.why_not


def _in_a_row(text: str) -> Sentence:
    """Return the lines of `text` as code, one after the other."""
    lines = text.splitlines()
    shown = [Code(clip(line, _WIDTH)) for line in lines[:_IN_A_ROW]]
    pieces: list[str] = [piece for line in shown for piece in (line, ", ")][:-1]
    return (*pieces, " …") if len(lines) > _IN_A_ROW else tuple(pieces)


# ---- the live pane --------------------------------------------------------------------------


def head_part(prediction: Prediction) -> str:
    """Return the HTML of the question."""
    return to_html(*_question(prediction))


def _question(prediction: Prediction) -> tuple[Child, ...]:
    return (tag("strong", "Predict. "), *written(marked(prediction.question)))


def reveal_part(prediction: Prediction, answered: Answered | None) -> str:
    """Return the HTML of what the buttons cannot show: texts beside each other, and the reason."""
    if answered is None:
        return ""
    parts: list[Node] = []
    if prediction.is_open or not is_as_written(prediction, answered):
        parts += [_block("You said", answered.said)] if answered.said else []
        parts.append(_block("It showed", seen(answered.ran)))
    if answered.said and not is_right(prediction, answered):
        why = written(reason(prediction, answered))
        parts.append(tag("div", tag("strong", "What happened. "), *why, css="lz-why"))
    return to_html(*parts)


def _block(title: str, text: str) -> Node:
    return tag("div", tag("div", title, css="lz-title"), tag("pre", _cut(text), css="lz-out"))


def _cut(text: str) -> str:
    lines = [clip(line, _WIDTH) for line in text.splitlines()[:_LINES]]
    more = len(text.splitlines()) - _LINES
    return "\n".join([*lines, f"… {more} more lines"] if more > 0 else lines)


# ---- without a kernel -----------------------------------------------------------------------

_INLINE: Final = {
    "lz-static": f"{BOX};max-width:60em;margin:2px 0;padding:6px 10px",
    "lz-list": "list-style-type:upper-alpha",  # a page's own style may undo type="A"
    "lz-choice": "margin:4px 0",
    "lz-out": f"{MONO};white-space:pre-wrap;margin:0;padding:0;background:none",
}
_HOW: Final = "Run this cell (Shift+Enter) to answer. Nothing runs until you do."


def static_picture(prediction: Prediction, answered: Answered | None) -> str:
    """Return HTML with inline styles and no controls, for readers without a kernel."""
    return to_html(
        tag(
            "div",
            tag("div", *_question(prediction)),
            *_listed(prediction),
            tag("div", *written(judging(prediction, answered) if answered else (_HOW,))),
            css="lz-static",
        ),
        styles=_INLINE,
    )


def _listed(prediction: Prediction) -> Iterable[Child]:
    if prediction.is_open:
        return
    items = [
        tag("li", tag("pre", choice.text, css="lz-out"), css="lz-choice")
        for choice in prediction.choices
    ]
    yield tag("ol", *items, css="lz-list", type="A")


def prediction_text(prediction: Prediction, answered: Answered | None) -> str:
    """Return the prediction as plain text."""
    lines = [f"Predict. {spoken(marked(prediction.question))}"]
    if not prediction.is_open:
        for choice in prediction.choices:
            first, *rest = choice.text.splitlines() or [""]
            lines.append(f"  {letter_of(prediction, choice)}  {first}")
            lines += [f"     {line}" for line in rest]
    return "\n".join([*lines, spoken(judging(prediction, answered)) if answered else _HOW])
