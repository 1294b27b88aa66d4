"""A verdict as text and as HTML that stands without styles."""

import re
from html.parser import HTMLParser

import pytest

from lazylab.records import Advice, Fault, Pulls, Standing, Verdict
from lazylab.show.verdict import (
    Row,
    advice_html,
    advice_text,
    progress_html,
    progress_text,
    pull_rows,
    verdict_html,
    verdict_text,
)

EAGER = Verdict(
    "chunks",
    passed=False,
    attempted=True,
    message="chunks: not yet, because of chunks(iter([1, 2, 3]), 2). It took 3. You read …",
    right=("hands over the right values", "survives close()"),
    fault=Fault("pulls", "chunks(iter([1, 2, 3]), 2)", "It took 3.", because="short last one"),
    mistake="You read the whole input.",
    advice='ask `hint("chunks")`.',
    pulls=Pulls(0, (3, 3), 3),
    needed=Pulls(0, (2, 3), 3),
)
WRONG = Verdict(
    "f",
    passed=False,
    attempted=True,
    message="f: not yet",
    fault=Fault("values", "f(['<b>'])", "Value 1.", "'<b>'", "<generator object f>"),
)


def test_the_text_of_a_verdict():
    assert verdict_text(EAGER) == "\n".join(
        [
            "chunks: not yet, because of chunks(iter([1, 2, 3]), 2). It took 3.",
            "Right already: hands over the right values; survives close().",
            "  because  short last one",
            "  the call      0 taken      0 enough   ···",
            "  value 1       3 taken      2 enough   ●●✕",
            "  value 2       3 taken      3 enough   ●●●",
            "  the end       3 taken      3 enough   ●●●",
            "  ● taken and needed, ✕ taken too early, · left in the source",
            "What it looks like: You read the whole input.",
            'Next: ask hint("chunks").',
        ]
    )


def test_expected_stands_above_got():
    assert verdict_text(WRONG).splitlines()[1:] == [
        "  expected '<b>'",
        "  got      <generator object f>",
    ]


class Words(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.words = []
        self.tags = set()
        self.feed(html)

    def handle_starttag(self, name, attributes):
        self.tags.add(name)

    def handle_data(self, data):
        self.words.append(data)


@pytest.mark.parametrize("verdict", [EAGER, WRONG])
def test_the_html_says_all_that_the_text_says_without_a_style(verdict):
    html = re.sub(r' style="[^"]*"', "", verdict_html(verdict))
    said = "".join(Words(html).words)
    for line in verdict_text(verdict).splitlines():
        for word in line.replace("enough", "").replace("taken ", "").split():
            assert word in said


@pytest.mark.parametrize(
    ("verdict", "outcome"),
    [
        (Verdict("f", passed=True, attempted=True, message="f: correct."), "✓ f: correct"),
        (Verdict("f", passed=False, attempted=False, message="f: not attempted yet. Do `x`."),
         "○ f: not attempted yet"),
        (WRONG, "✗ f: not yet"),
    ],
)  # fmt: skip
def test_the_outcome_stands_in_bold_behind_a_mark(verdict, outcome):
    assert f"<strong>{outcome}</strong>" in verdict_html(verdict)


def test_a_sentence_about_the_call_has_no_mark():
    verdict = Verdict("", passed=False, attempted=False, message="There is no `x`. Near: y.")
    assert "<div>There is no <code>x</code>. Near: y.</div>" in verdict_html(verdict)


def test_saved_html_needs_no_stylesheet_and_has_no_controls():
    for html in (verdict_html(EAGER), advice_html(Advice("t", "w", "c"))):
        assert "class=" not in html
        assert not Words(html).tags & {"style", "button", "script", "input"}


def test_a_learners_text_is_escaped():
    html = verdict_html(WRONG)
    assert "<b>" not in html
    assert "&lt;generator object f&gt;" in html


def test_colours_come_from_the_theme_or_are_inherited():
    colours = re.findall(r"(?<![-\w])(?:color|background):([^;\"]+)", verdict_html(EAGER))
    assert len(colours) == 3  # the card, the case and the picture
    assert set(colours) == {"var(--jp-ui-font-color1,inherit)"}


@pytest.mark.parametrize(
    ("taken", "needed", "cells"),
    [
        (0, 0, "····"),
        (2, 2, "●●··"),
        (4, 2, "●●✕✕"),
        (9, 2, "●●✕✕…"),
        (1, 2, "●···"),
        (9, 9, "●●●●…"),
    ],
)
def test_a_row_has_one_mark_an_item(taken, needed, cells):
    assert Row("value 1", taken, needed).cells(4) == cells


def test_a_late_fault_is_shown_too():
    pulls = Pulls(0, (1, 2, 3, 4, 5, 7), None)
    needed = Pulls(0, (1, 2, 3, 4, 5, 6), None)
    assert [row.when for row in pull_rows(pulls, needed)] == [
        "the call", "value 1", "value 2", "value 3", "value 4", "value 6",
    ]  # fmt: skip


def test_where_nothing_is_taken_there_is_no_picture():
    assert pull_rows(None, None) == []
    assert "taken" not in verdict_text(WRONG)


def test_advice_is_a_title_code_and_words():
    assert advice_text(Advice("chunks: one solution", "Why.", "def f():\n\n    yield")) == (
        "chunks: one solution\n    def f():\n\n        yield\nWhy."
    )
    assert advice_text(Advice("", "A sentence.")) == "A sentence."


def test_progress_is_a_line_an_exercise():
    standings = [
        Standing("fib", "03", "passed"),
        Standing("primes", "03", "tried", 2),
        Standing("chunks", "10", "untouched"),
    ]
    assert progress_text(standings).splitlines() == [
        "notebook 03",
        "  passed   fib",
        "  tried    primes (2 hints)",
        "notebook 10",
        "  not yet  chunks",
        "1 of 3 passed.",
    ]
    assert "primes" in progress_html(standings)
