"""The whole matrix: stubs, solutions, other styles, every known mistake, and answers unknown."""

import copy
import types

import pytest

from lazylab import check
from lazylab.exercises.catalogue import CATALOGUE
from tests.exercises.right import RIGHT
from tests.exercises.wrong import REWORDED, UNKNOWN

EXERCISES = list(CATALOGUE.values())


def name_of(answer):
    return getattr(answer, "__name__", type(answer).__name__)


def as_defined_anew(answer):
    """Return a copy with defaults of its own: a mistake may keep its state there."""
    if not isinstance(answer, types.FunctionType):
        return answer
    defaults = copy.deepcopy(answer.__defaults__)
    return types.FunctionType(
        answer.__code__, answer.__globals__, answer.__name__, defaults, answer.__closure__
    )


def messages(name):
    return {mistake.name: mistake.message for mistake in CATALOGUE[name].mistakes}


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.name)
def test_the_solution_is_correct(exercise):
    verdict = check(exercise.name, exercise.solution)
    assert verdict.passed, verdict
    assert verdict.attempted
    assert verdict.message.startswith(f"{exercise.name}: correct.")


@pytest.mark.parametrize(
    ("name", "answer"),
    [(name, answer) for name, answers in RIGHT.items() for answer in answers],
    ids=lambda x: x if isinstance(x, str) else name_of(x),
)
def test_a_correct_answer_in_another_style_is_correct(name, answer):
    verdict = check(name, answer)
    assert verdict.passed, verdict


def test_every_exercise_has_three_other_styles_six_mistakes_and_hints():
    for name, exercise in CATALOGUE.items():
        assert len(RIGHT[name]) >= 3
        assert len(exercise.mistakes) >= 6
        assert len(exercise.hints) >= 3


KNOWN = [(e.name, m, a) for e in EXERCISES for m in e.mistakes for a in m.answers]


@pytest.mark.parametrize(
    ("name", "mistake", "answer"), KNOWN, ids=[f"{n}-{name_of(a)}" for n, _, a in KNOWN]
)
def test_a_known_mistake_is_rejected_with_its_own_message(name, mistake, answer):
    verdict = check(name, as_defined_anew(answer))
    assert not verdict.passed
    assert verdict.attempted
    assert verdict.mistake == mistake.message
    assert verdict.fault.call
    assert verdict.fault.what


def test_no_two_mistakes_of_an_exercise_say_the_same():
    for name, exercise in CATALOGUE.items():
        assert len(set(messages(name).values())) == len(exercise.mistakes), name
        assert all(messages(name).values())


@pytest.mark.parametrize(
    ("name", "answer", "mistake"), REWORDED, ids=[f"{n}-{name_of(a)}" for n, a, _ in REWORDED]
)
def test_a_known_mistake_in_other_words_is_recognised(name, answer, mistake):
    verdict = check(name, as_defined_anew(answer))
    assert not verdict.passed
    assert verdict.mistake == messages(name)[mistake], verdict


@pytest.mark.parametrize(("name", "answer"), UNKNOWN, ids=[f"{n}-{name_of(a)}" for n, a in UNKNOWN])
def test_an_unknown_wrong_answer_is_rejected_and_not_called_something_else(name, answer):
    verdict = check(name, as_defined_anew(answer))
    assert not verdict.passed
    assert verdict.attempted
    assert verdict.mistake == "", verdict
    assert verdict.fault.what


def test_the_smallest_failing_input_comes_with_what_came_and_what_should():
    def chunks(iterable, k):
        if k < 1:
            raise ValueError
        return zip(*[iter(iterable)] * k, strict=False)

    fault = check("chunks", chunks).fault
    assert fault.call == "chunks([1, 2, 3, 4, 5], 2)"
    assert fault.expected == "[1, 2], [3, 4], [5]"
    assert fault.got == "(1, 2), (3, 4)"
    assert fault.because == "the last chunk may be short"


def test_the_message_says_input_expected_and_got_and_names_the_mistake():
    verdict = check("windows", lambda iterable, k: iter([]) if k > 0 else 1 / 0)
    assert verdict.message == (
        "windows: not yet, because of windows([1, 2, 3, 4], 2). It ended after 0 values; there "
        "should be more. Expected: (1, 2), (2, 3), (3, 4). Got: nothing."
    )
    known = CATALOGUE["windows"].mistakes[0]
    assert check("windows", known.answers[0]).message.endswith(known.message)


def test_an_eager_answer_is_told_what_it_took_and_what_is_enough():
    def chunks(iterable, k):
        if k < 1:
            raise ValueError
        items = list(iterable)
        while items:
            yield items[:k]
            items = items[k:]

    verdict = check("chunks", chunks)
    assert "To hand over value 1 it took 4 items; 2 are enough." in verdict.message
    assert verdict.pulls.values == (4, 4)
    assert verdict.needed.values == (2, 4)
    assert "hands over the right values" in verdict.right
    assert "takes no more than it needs" not in verdict.right


def test_a_lazy_answer_is_shown_its_pull_record():
    verdict = check("chunks", CATALOGUE["chunks"].solution)
    assert "To hand over the first value you took 2 items; 2 are enough." in verdict.message
    assert verdict.pulls.values == verdict.needed.values == (2, 4)


def test_an_answer_that_only_fails_in_a_later_call_is_rejected():
    calls = []

    def echo_twice(items):
        calls.append(1)
        for item in items:
            yield item
            if len(calls) % 7:
                yield item

    assert not check("echo_twice", echo_twice).passed


def test_the_check_of_a_deeply_nested_list_has_a_whole_stack_wherever_it_is_called_from():
    def deep(n):
        return deep(n - 1) if n else check("flatten", CATALOGUE["flatten"].solution)

    assert deep(700).passed


def test_a_solution_may_look_at_names_of_its_notebook():
    step = 1

    def helper(n):
        return n - step

    def countdown(n):
        while n > 0:
            yield n
            n = helper(n)

    assert check("countdown", countdown).passed
