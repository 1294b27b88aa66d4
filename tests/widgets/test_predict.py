"""A prediction without a page: verbs, clicks, refusals, and that nothing runs before an answer."""

import json
import re

import pytest

import lazylab
from lazylab.errors import Refused
from lazylab.widgets.predict import Predictor

CHOICES = {"1\n2": "", "12": "They are two prints.", "a": "No."}
BECAUSE = "Each `print` is a line."


class Program:
    """Prints 1 and 2, and counts how often it ran."""

    def __init__(self):
        self.runs = 0

    def __call__(self):
        self.runs += 1
        print(1)
        print(2)


@pytest.fixture
def program():
    return Program()


@pytest.fixture
def closed(program):
    return lazylab.predict("What does it print?", program, CHOICES, BECAUSE)


@pytest.fixture
def written(program):
    return lazylab.predict("What does it print?", program)


def click(predictor, control, **typed):
    predictor._repr_mimebundle_()
    predictor._pane.send = lambda content, buffers=None: None
    predictor._pane._clicked(None, {"do": control, "click": "1", **typed}, [])
    return predictor._pane.shown


# ---- verbs ----------------------------------------------------------------------------------


def test_nothing_runs_until_there_is_an_answer(closed, program):
    repr(closed), closed._repr_mimebundle_()
    assert program.runs == 0
    assert closed.answer("B").ran.printed == "1\n2\n"
    assert program.runs == 1


@pytest.mark.parametrize("said", ["A", "a ", "1\n2"])
def test_an_answer_is_a_letter_or_a_text(program, said):
    predictor = lazylab.predict("What does it print?", program, {"1\n2": "", "12": "No."}, "Yes.")
    predictor.answer(said.strip())
    assert predictor.text.endswith("Right. It showed 1, 2. Yes.")


def test_a_text_that_looks_like_a_letter_is_the_text(closed):
    assert closed.answer("a").said == "a"


def test_again_forgets_the_answer_and_runs_nothing(closed, program):
    closed.answer("B")
    closed.again()
    assert program.runs == 1
    assert closed.text.endswith("Nothing runs until you do.")


def test_show_runs_without_an_answer(closed, program):
    assert closed.show().said == ""
    assert program.runs == 1
    assert "It showed 1, 2." in closed.text


def test_a_program_that_hangs_is_stopped_and_said_to_hang():
    def forever():
        while True:
            pass

    choices = {"(it does not end)": "", "1": "No."}
    predictor = Predictor(
        lazylab.predict("And this?", forever, choices, "No way out.")._prediction, forever, 0.1
    )
    predictor.answer("A")
    assert predictor.text.endswith("Right. It showed (it does not end). No way out.")


# ---- clicks ---------------------------------------------------------------------------------


def test_a_press_commits_and_marks_both_answers(closed, program):
    shown = click(closed, "B")
    assert program.runs == 1
    assert shown["data"]["state"] == "wrong"
    assert shown["notes"] == {"A": "✓ what happened", "B": "✗ your answer", "C": ""}
    assert shown["off"] == dict.fromkeys(
        ["A", "B", "C", "commit", "show"], "This is answered. Press again to answer once more."
    )
    assert "Not this time." in shown["say"]


def test_a_right_press(closed):
    shown = click(closed, "A")
    assert shown["data"]["state"] == "right"
    assert shown["notes"]["A"] == "✓ what happened · your answer"


def test_a_second_press_does_not_change_the_answer(closed, program):
    click(closed, "B")
    shown = click(closed, "A")
    assert program.runs == 1
    assert shown["data"]["state"] == "wrong"
    assert "This is answered" in shown["say"]


def test_again_opens_it_again(closed):
    click(closed, "B")
    shown = click(closed, "again")
    assert shown["data"]["state"] == "open"
    assert shown["notes"] == {}
    assert shown["off"] == {"again": "Nothing is answered yet."}
    assert shown["parts"]["reveal"] == ""


def test_being_shown_marks_what_happened(closed):
    shown = click(closed, "show")
    assert shown["data"]["state"] == "shown"
    assert shown["notes"]["A"] == "✓ what happened"


def test_a_written_answer(written):
    shown = click(written, "commit", value=" 1, 2 ")
    assert shown["data"]["state"] == "right"


def test_an_empty_answer_is_none(written, program):
    shown = click(written, "commit", value="  ")
    assert program.runs == 0
    assert shown["data"]["state"] == "open"
    assert "Write what you expect" in shown["say"]


def test_learners_text_is_escaped_everywhere():
    predictor = lazylab.predict("<i>Which?</i> `<u>`", lambda: print("<script>"))
    data, _ = predictor._repr_mimebundle_()
    shown = click(predictor, "commit", value="<img src=x>")
    pieces = [
        predictor._pane.fixed["head"],
        shown["say"],
        shown["parts"]["reveal"],
        data["text/html"],
    ]
    everything = " ".join(pieces)
    assert not re.search(r"<(i|u|img|script)\b", everything)
    assert "&lt;script&gt;" in everything


def test_braces_in_a_question_are_text(program):
    predictor = lazylab.predict("What is {} and {0}?", program, {"{}": "{} is `{}`.", "1\n2": ""})
    predictor.answer("A")
    assert "What is {} and {0}?" in predictor.text
    assert predictor.text.endswith("{} is {}.")


def test_a_long_output_stays_a_short_message():
    predictor = lazylab.predict("How much?", lambda: print("<\n" * 100_000))
    shown = click(predictor, "commit", value="much")
    assert len(json.dumps(shown)) < 4_096


# ---- refusals -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((3, print), "begins with a question in quotes; got 3"),
        (("", print), "begins with a question in quotes"),
        (
            ("three-times-nxt", print),
            r"no prediction 'three-times-nxt' \(near it: three-times-next",
        ),
        (("zzz", print), r"no prediction 'zzz' \(it has: what-a-call-gives"),
        (("What now?", [1]), r"without its brackets; got \[1\]"),
        (("What now?", None), "without its brackets; got None"),
        (("What now?", lambda n, *, k: 0), "this one needs n, k"),
        (("What now?", print, {"1": "x"}), "a dict of two answers or more"),
        (("What now?", print, ["1", "2"]), "a dict of two answers or more"),
        (("What now?", print, {1: "x", 2: "y"}), "a dict of two answers or more"),
    ],
)
def test_bad_input_gets_a_sentence(arguments, words):
    with pytest.raises(Refused, match=words):
        lazylab.predict(*arguments)


def test_optional_arguments_and_silent_builtins_are_fine():
    lazylab.predict("What now?", lambda n=1, *rest, **more: n)
    lazylab.predict("What now?", dict)
