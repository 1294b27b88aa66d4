"""The words of a prediction, from records alone."""

import pytest

from lazylab.records import Answered, Choice, Prediction, Ran
from lazylab.show.markup import spoken
from lazylab.show.prediction import (
    choice_for,
    is_right,
    judging,
    prediction_text,
    reason,
    reveal_part,
    seen,
    static_picture,
)

CHOICES = (Choice("1\n2"), Choice("<b>", "Not `<b>`."))
CLOSED = Prediction("name", "What does `f` do?", "Because of `next()`.", CHOICES)
OPEN = Prediction("name", "How many?", "Because of `next()`.", CHOICES, is_open=True)
ONE_TWO = Ran("finished", "1\n2\n")


def said(prediction, text, ran=ONE_TWO):
    return spoken(judging(prediction, Answered(text, ran)))


@pytest.mark.parametrize(
    ("ran", "text"),
    [
        (Ran("finished", "1\n2\n"), "1\n2"),
        (Ran("finished", "1\n", value="'not shown'"), "1"),
        (Ran("finished", value="[3]"), "[3]"),
        (Ran("finished"), "(nothing)"),
        (Ran("finished", "\n\n"), "(nothing)"),
        (Ran("raised", "1\n", value="ValueError: no"), "1\nValueError: no"),
        (Ran("raised", value="StopIteration"), "StopIteration"),
        (Ran("interrupted"), "(it does not end)"),
        (Ran("interrupted", "1\n"), "1\n(it does not end)"),
        (Ran("finished", "x", 1_000), "x\n… 1,000 more characters"),
    ],
)
def test_what_someone_in_front_of_the_screen_saw(ran, text):
    assert seen(ran) == text


def test_a_shown_choice_is_compared_to_the_letter():
    assert choice_for(CLOSED, "1\n2") is CHOICES[0]
    assert choice_for(CLOSED, "1\n2  ") is CHOICES[0]
    assert choice_for(CLOSED, "1 2") is None
    assert choice_for(CLOSED, "[1, 2]") is None


@pytest.mark.parametrize("text", ["1\n2", "1 2", "1, 2", "[1, 2]", "(1,2)", " '1' '2' ", "1 and 2"])
def test_a_written_answer_is_compared_by_its_words(text):
    assert choice_for(OPEN, text) is CHOICES[0]


@pytest.mark.parametrize("text", ["12", "1", "1 2 3", "2 1", "1 sand 2"])
def test_a_written_answer_with_other_words_is_another_answer(text):
    assert not is_right(OPEN, Answered(text, ONE_TWO))


def test_a_right_answer():
    assert said(CLOSED, "1\n2") == "Right. It showed 1, 2. Because of next()."


def test_a_wrong_answer_gets_its_own_reason():
    assert said(CLOSED, "<b>") == "Not this time. You said <b>. It showed 1, 2. Not <b>."


def test_a_wrong_answer_that_is_written_and_unknown_gets_the_reason_of_the_truth():
    assert said(OPEN, "7") == "Not this time. You said 7. It showed 1, 2. Because of next()."


def test_being_shown_is_no_answer():
    assert said(CLOSED, "") == "It showed 1, 2. Because of next()."
    assert not is_right(CLOSED, Answered("", Ran("finished", value="")))


@pytest.mark.parametrize("shown", ["9", "<b>"])
def test_a_program_that_was_changed_is_said_to_be_another_and_no_reason_is_given(shown):
    changed = Ran("finished", f"{shown}\n")
    other = "Here this question expects something else"
    assert said(CLOSED, shown, changed).startswith(f"Right. It showed {shown}. {other}")
    wrong = said(CLOSED, "1\n2", changed)
    assert wrong.startswith(f"Not this time. You said 1, 2. It showed {shown}. {other}")
    assert "Because" not in wrong
    assert "Not <b>" not in wrong


def test_a_question_of_ones_own_without_answers_has_no_reason():
    own = Prediction("q", "How many?", "", (), is_open=True)
    assert said(own, "1 2") == "Right. It showed 1, 2. "
    assert reason(own, Answered("7", ONE_TWO)) == ()


def test_a_long_answer_is_cut_in_the_sentence_and_in_the_panel():
    ran = Ran("finished", "\n".join("line" for _ in range(50)))
    assert said(CLOSED, "", ran).count("line") == 6
    assert "… 30 more lines" in reveal_part(CLOSED, Answered("1\n2", ran))


def test_the_panel_shows_the_texts_only_where_no_button_does():
    assert reveal_part(CLOSED, None) == ""
    assert reveal_part(CLOSED, Answered("1\n2", ONE_TWO)) == ""
    assert "Because of <code>next()</code>." in reveal_part(CLOSED, Answered("<b>", ONE_TWO))
    assert "You said" in reveal_part(OPEN, Answered("1 2", ONE_TWO))


def test_text_form():
    assert prediction_text(CLOSED, None) == (
        "Predict. What does f do?\n"
        "  A  1\n"
        "     2\n"
        "  B  <b>\n"
        "Run this cell (Shift+Enter) to answer. Nothing runs until you do."
    )
    assert "1\n" not in prediction_text(OPEN, None)


def test_the_picture_escapes_and_needs_no_stylesheet():
    picture = static_picture(CLOSED, None)
    assert "&lt;b&gt;" in picture
    assert "<pre" in picture
    assert "class=" not in picture
    assert "Run this cell" in picture
    assert "Not this time" in static_picture(CLOSED, Answered("<b>", ONE_TWO))
