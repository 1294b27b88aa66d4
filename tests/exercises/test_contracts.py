"""The contracts, written out by hand: what the solutions hand over, and what they take for it.

The judge measures every answer by the solution, so the solution itself is measured here.
"""

from itertools import count, islice
from math import ceil

import pytest

from lazylab.exercises.catalogue import CATALOGUE
from lazylab.exercises.model import Case
from lazylab.exercises.probes import probes
from lazylab.exercises.themes.trees import Node
from lazylab.exercises.trials import Trial
from lazylab.observe.laziness import Meter, watch

INF = float("inf")


def solution(name):
    return CATALOGUE[name].solution


def leaf(value):
    return Node(None, value, None, None)


@pytest.mark.parametrize(
    ("name", "args", "values"),
    [
        ("countdown", (3,), [3, 2, 1]),
        ("countdown", (0,), []),
        ("countdown", (-4,), []),
        ("echo_twice", ([1, None],), [1, 1, None, None]),
        ("logged_countdown", (2,), [2, 1]),
        ("eager_check", (2,), [2, 1]),
        ("eager_check", (0,), []),
        ("take_while_under", ([1, 0, 5, 1], 5), [1, 0]),
        ("clean_lines", ([" a\n", "\n", " ", "a"],), ["a", "a"]),
        ("flatten", ([1, [2, [], [["ab", (3, [4])]]], {5: 6}],), [1, 2, "ab", (3, [4]), {5: 6}]),
        ("inorder", (None,), []),
        ("inorder", (Node(leaf(0), None, leaf(""), None),), [0, None, ""]),
        ("chunks", ([1, 2, 3], 2), [[1, 2], [3]]),
        ("chunks", ([1, 2], 2), [[1, 2]]),
        ("chunks", ([], 2), []),
        ("windows", ("abc", 2), [("a", "b"), ("b", "c")]),
        ("windows", ("a", 2), []),
        ("merge_sorted", ([1, INF], [0, 1, 2]), [0, 1, 1, 2, INF]),
        ("round_robin", ("a", "bcd", "", "ef"), ["a", "b", "e", "c", "f", "d"]),
        ("round_robin", (), []),
    ],
)
def test_values(name, args, values):
    assert list(solution(name)(*args)) == values


def test_endless_values():
    assert list(islice(solution("fib")(), 10)) == [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
    hundred, hundred_and_one = islice(solution("fib")(), 100, 102)
    assert hundred == 354_224_848_179_261_915_075  # beyond what a float can hold
    assert hundred_and_one == 573_147_844_013_817_084_101
    assert list(islice(solution("primes")(), 8)) == [2, 3, 5, 7, 11, 13, 17, 19]
    assert next(islice(solution("primes")(), 2_999, None)) == 27_449


def test_the_mean_so_far():
    average = solution("running_average")()
    next(average)
    assert [average.send(x) for x in (4, 0, -1)] == [4, 2, 1]


def test_a_logged_countdown_prints_at_its_two_ends(capsys):
    values = solution("logged_countdown")(1)
    assert capsys.readouterr().out == ""
    next(values)
    assert capsys.readouterr().out == "start\n"
    assert list(values) == []
    assert capsys.readouterr().out == "done\n"


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("eager_check", (-1,)), ("chunks", ([], 0)), ("windows", ([1], -1))],
)
def test_bad_arguments(name, arguments):
    with pytest.raises(ValueError, match="must"):
        next(solution(name)(*arguments))


@pytest.mark.parametrize(
    ("name", "sources", "rest", "budget"),
    [
        ("echo_twice", 1, (), lambda n: ceil(n / 2)),
        ("take_while_under", 1, (10**6,), lambda n: n),
        ("chunks", 1, (3,), lambda n: 3 * n),
        ("windows", 1, (3,), lambda n: n + 2),
        ("merge_sorted", 2, (), lambda n: n + 1),
        ("round_robin", 3, (), lambda n: n),
        ("flatten", 1, (), lambda n: n),
    ],
)
def test_what_value_n_takes_is_the_budget_of_the_contract(name, sources, rest, budget):
    meter = Meter()
    args = [*(meter.source(count()) for _ in range(sources)), *rest]
    seen = watch(lambda: solution(name)(*args), meter, [next] * 9)
    assert seen.call == 0
    assert seen.totals == [budget(n) for n in range(1, 10)]
    trial = Trial(CATALOGUE[name], CATALOGUE[name].cases[0], "iterator")
    allowed = [trial.budget(n) for n in range(1, len(trial.wanted.values) + 1)]
    assert trial.wanted.totals == allowed or name == "merge_sorted"


def test_the_end_of_a_limited_stream_costs_one_item_more():
    meter = Meter()
    args = [meter.source(count()), 4]
    seen = watch(lambda: solution("take_while_under")(*args), meter, [next] * 9)
    assert (seen.totals, seen.end) == ([1, 2, 3, 4], 5)


@pytest.mark.parametrize("exercise", CATALOGUE.values(), ids=lambda e: e.name)
def test_every_case_has_a_reason_and_every_clause_is_looked_at(exercise):
    assert all(case.because for case in exercise.cases)
    clauses = {probe.clause for probe in probes(exercise)}
    general = {
        "hands over the right values", "prints what it should and nothing else", "survives close()",
        "is independent of other calls",
    }  # fmt: skip
    if exercise.name != "primes":  # its memory may grow
        general |= {"uses memory that does not grow"}
    if any(case.streams for case in exercise.cases):
        general |= {
            "leaves its inputs alone", "takes any iterable", "takes no more than it needs",
            "works on what never ends", "stays exhausted after the end",
            "lets errors of the source through",
        }  # fmt: skip
    if exercise.name in {"chunks", "windows"}:
        general |= {"hands over fresh objects"}
    assert general <= clauses


def test_a_case_that_takes_from_nothing_has_no_streams():
    assert Case((3, "ab"), "none").streams == ()
