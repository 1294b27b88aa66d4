"""The verbs: what they say to good and to odd arguments, and that none of them raises."""

import pytest

from lazylab import check, hint, progress, solution
from lazylab.exercises.catalogue import CATALOGUE
from lazylab.records import Advice, Verdict


def countdown(n):
    while n > 0:
        yield n
        n -= 1


def chunks(iterable, k):
    yield list(iterable)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), 'Say which exercise, and hand over your function: check("countdown", countdown).'),
        ((countdown,), 'Say which exercise it is for: check("countdown", countdown).'),
        ((countdown, "countdown"), 'The name comes first: check("countdown", countdown).'),
        (("countdown",), 'Hand over your function too: check("countdown", countdown).'),
        (
            ("countdown", countdown(3)),
            "Hand over the function itself, without calling it: "
            'check("countdown", countdown). This is <generator object countdown at 0x…>.',
        ),
        (
            ("countdown", [3, 2, 1]),
            "Hand over the function itself, without calling it: "
            'check("countdown", countdown). This is [3, 2, 1].',
        ),
        (
            ("countdown", None),
            "Hand over the function itself, without calling it: "
            'check("countdown", countdown). This is None.',
        ),
        (
            ("countdown", "countdown"),
            'Hand over the function itself, without quotes: check("countdown", countdown).',
        ),
        (
            ("cuntdown", countdown),
            "There is no exercise called 'cuntdown'. Near: countdown, logged_countdown.",
        ),
        (
            (3, countdown),
            "The first argument is the name of an exercise, in quotes; got 3. "
            'Type, for example, check("countdown", countdown).',
        ),
    ],
)
def test_an_odd_argument_gets_one_clear_sentence(arguments, message):
    verdict = check(*arguments)
    assert isinstance(verdict, Verdict)
    assert verdict.message == message
    assert not verdict.passed
    assert not verdict.attempted


def test_a_name_like_no_other_gets_the_whole_list():
    message = check("zzz", countdown).message
    assert message.startswith("There is no exercise called 'zzz'. There are: countdown, echo_twice")


class Untouchable:
    def __getattribute__(self, name):
        raise RuntimeError("hands off")

    def __call__(self, n):
        return iter(())


@pytest.mark.parametrize("arguments", [(Untouchable(),), ("countdown", Untouchable())])
def test_check_raises_nothing_even_where_looking_raises(arguments):
    verdict = check(*arguments)
    assert not verdict.passed
    assert verdict.message


def test_hints_go_one_step_further_and_stay_at_the_last():
    hints = CATALOGUE["fib"].hints
    told = [hint("fib") for _ in range(len(hints) + 1)]
    assert [advice.words for advice in told] == [*hints, hints[-1]]
    assert told[0].title == "fib, hint 1 of 3"
    assert isinstance(told[0], Advice)


def test_the_solution_is_shown_at_the_second_call_as_it_runs():
    first, second = solution("chunks"), solution("chunks")
    assert 'Call solution("chunks") again' in first.words
    assert first.code == ""
    assert second.code == CATALOGUE["chunks"].source
    assert second.words == CATALOGUE["chunks"].why
    scope = {"islice": __import__("itertools").islice}
    exec(second.code, scope)
    assert check("chunks", scope["chunks"]).passed


@pytest.mark.parametrize("verb", [hint, solution])
def test_help_for_no_or_an_unknown_name_is_a_sentence(verb):
    assert "Say which exercise" in verb().words
    assert "Say which exercise" in verb(7).words
    assert "Near: fib" in verb("fob").words
    assert verb(chunks).title.startswith("chunks")


def test_progress_tells_by_notebook_what_was_tried_and_passed():
    check("countdown", countdown)
    check("chunks", chunks)
    hint("chunks")
    states = {s.name: (s.notebook, s.state, s.hints) for s in progress().standings}
    assert states["countdown"] == ("01", "passed", 0)
    assert states["chunks"] == ("10", "tried", 1)
    assert states["fib"] == ("03", "untouched", 0)
    lines = repr(progress()).splitlines()
    assert lines[:3] == ["notebook 01", "  passed   countdown", "  not yet  echo_twice"]
    assert "  tried    chunks (1 hint)" in lines
    assert lines[-1] == f"1 of {len(CATALOGUE)} passed."


def test_what_was_passed_stays_passed():
    check("countdown", countdown)
    check("countdown", chunks)
    assert progress().standings[0].state == "passed"


def test_a_stub_counts_as_nothing():
    check("countdown", lambda n: None)
    assert progress().standings[0].state == "untouched"


def test_reset_forgets_everything():
    check("countdown", countdown)
    solution("fib")
    hint("fib")
    assert all(s.state == "untouched" and not s.hints for s in progress(reset=True).standings)
    assert solution("fib").code == ""


def test_whatever_a_verb_returns_shows_itself_in_a_notebook():
    for thing in (check("countdown", countdown), hint("fib"), solution("fib"), progress()):
        assert repr(thing)
        assert thing._repr_html_().startswith("<div style=")
