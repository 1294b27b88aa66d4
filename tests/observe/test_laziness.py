"""Counting what an iterator takes, value by value, and what it keeps."""

from itertools import count, islice, repeat

import pytest

from lazylab.observe.laziness import Broken, Meter, Overdrawn, growth, is_iterator, watch
from lazylab.records import Pulls


def watched(function, items, limit=9, **source):
    meter = Meter()
    return watch(lambda: function(meter.source(items, **source)), meter, [next] * limit)


def pairs(items):
    source = iter(items)
    while pair := tuple(islice(source, 2)):
        yield pair


def test_the_pulls_of_each_value_are_totals_from_the_call_on():
    seen = watched(pairs, "abcde")
    assert seen.values == [("a", "b"), ("c", "d"), ("e",)]
    assert seen.pulls == Pulls(call=0, values=(2, 4, 5), end=5)
    assert seen.ending == "exhausted"


def test_what_the_call_itself_takes_is_told_apart():
    assert watched(lambda items: iter(list(items)), "abc").pulls == Pulls(3, (3, 3, 3), 3)


def test_a_source_has_no_length_no_index_and_stays_exhausted():
    source = Meter().source([1])
    assert not hasattr(source, "__len__")
    assert not hasattr(source, "__getitem__")
    assert [next(source), *source, *source] == [1]


def test_a_source_may_be_endless():
    assert watched(pairs, count(), limit=2).pulls == Pulls(0, (2, 4), None)


def test_who_takes_an_endless_source_whole_is_ended_by_count():
    seen = watched(lambda items: iter(list(items)), repeat(None))
    assert seen.ending == "overdrawn"
    assert seen.in_call


def test_an_overdrawn_source_is_no_exception_that_code_catches_by_habit():
    meter = Meter(budget=2)
    source = meter.source(count())
    assert [next(source), next(source)] == [0, 1]
    for _ in range(2):  # every time again
        with pytest.raises(Overdrawn):
            next(source)
    assert not issubclass(Overdrawn, Exception)


def test_all_sources_of_a_call_count_together():
    meter = Meter()
    seen = watch(
        lambda: zip(meter.source("ab"), meter.source("xyz"), strict=False), meter, [next] * 3
    )
    assert seen.pulls == Pulls(0, (2, 4), 4)


def test_a_failing_source_raises_one_exception_and_is_exhausted():
    meter = Meter()
    source = meter.source("abc", fails_after=1)
    assert next(source) == "a"
    with pytest.raises(Broken) as caught:
        next(source)
    assert caught.value is meter.failure
    assert list(source) == []


def test_what_ends_a_run_early_is_recorded():
    seen = watched(pairs, "abc", fails_after=3)
    assert (seen.ending, seen.values) == ("raised", [("a", "b")])
    assert seen.pulls.error.startswith("Broken")


def test_prints_are_told_by_the_request_they_came_with():
    def talks(items):
        print("in")
        yield 1
        import sys

        print("to err", file=sys.stderr)

    seen = watched(talks, "")
    assert seen.printed[:2] == ["", "in\n"]
    assert seen.printed[2].startswith("stderr: to err")


class Revives:
    def __init__(self, items):
        self.items = iter(items)
        self.was_asked = False

    def __iter__(self):
        return self

    def __next__(self):
        if not self.was_asked:
            self.was_asked = True
            raise StopIteration
        return next(self.items)


def test_an_exhausted_iterator_is_asked_again():
    assert watched(Revives, "ab").after == "handed over another value"
    assert watched(pairs, "ab").after == ""
    assert watched(lambda items: map(str, items), "ab").after == ""


def test_what_is_no_iterator_is_not_asked():
    assert watched(list, "ab").ending == "no iterator"
    assert not is_iterator([])
    assert not is_iterator(range(3))
    assert is_iterator(iter([]))


class Odd:
    def __next__(self):
        return 1

    def __iter__(self):
        raise ValueError


def test_an_iter_that_raises_makes_no_iterator():
    assert not is_iterator(Odd())


def texts(n):
    return (f"{i:060d}" for i in range(n))


def test_memory_that_does_not_grow_is_told_from_memory_that_does():
    def keeps(n):
        kept = []
        for text in texts(n):
            kept.append(text)
            yield text

    assert growth(texts, 1_000, 5_000) < 5_000
    assert growth(keeps, 1_000, 5_000) > 400_000


def test_growth_counts_what_is_kept_outside_the_iterator_too():
    kept = {}

    def remembers(n):
        for i in range(n):
            if i not in kept:
                kept[i] = f"{i:060d}"
            yield kept[i]

    assert growth(remembers, 1_000, 5_000) > 100_000
