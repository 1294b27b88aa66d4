"""Two-way traffic: what send hands in (notebook 08)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from fractions import Fraction
from math import isclose
from typing import Any

from lazylab.exercises.model import Answer, Case, Exercise, mistakes
from lazylab.exercises.streams import mixed


def running_average():
    total = 0
    n = 0
    mean = None
    while True:
        x = yield mean
        total += x
        n += 1
        mean = total / n


def _loses_every_second():
    """Every second number is lost: a send resumes one yield, and the value of the next yield
    is what send returns. One yield does both: x = yield mean.
    """
    total, n = 0, 0
    yield None
    while True:
        x = yield
        total, n = total + x, n + 1
        yield total / n


def _a_yield_in_and_a_yield_out():
    total, n = 0, 0
    while True:
        x = yield
        total, n = total + x, n + 1
        yield total / n


def _two_yields():
    total, n, mean = 0, 0, None
    while True:
        x = yield mean
        total, n = total + x, n + 1
        mean = total / n
        yield mean


def _one_late():
    """send returns the mean of before. The mean has to be made new before the yield is reached
    again.
    """
    total, n, mean = 0, 0, 0
    while True:
        x = yield mean
        if n:
            mean = total / n
        total, n = total + x, n + 1


def _one_late_from_a_list():
    numbers, mean = [], 0
    while True:
        x = yield mean
        mean = sum(numbers) / len(numbers) if numbers else 0
        numbers.append(x)


def _sum():
    """It hands over the sum. The mean is the sum divided by how many numbers came."""
    total = 0
    while True:
        x = yield total
        total += x


def _mean_of_last_two():
    """It is the mean of the last mean and the new number. Early numbers count less and less: keep
    the sum and the count.
    """
    mean = None
    while True:
        x = yield mean
        mean = x if mean is None else (mean + x) / 2


def _counts_the_priming():
    """The count is one too high: the first next() brings no number. Count after the yield."""
    total, n, mean = 0, 1, None
    while True:
        x = yield mean
        total, n = total + x, n + 1
        mean = total / n


def _whole_numbers():
    """The mean is cut to a whole number: // drops what / keeps."""
    total, n, mean = 0, 0, None
    while True:
        x = yield mean
        total, n = total + x, n + 1
        mean = total // n


def _skips_zero():
    """A 0 is not counted: `if x` is false for it. Nothing but the first next() sends no number."""
    total, n, mean = 0, 0, None
    while True:
        x = yield mean
        if x:
            total, n = total + x, n + 1
            mean = total / n


def _ends_at_zero():
    """It ends at a 0. Zero is a number like any other."""
    total, n, mean = 0, 0, None
    while x := (yield mean):
        total, n = total + x, n + 1
        mean = total / n


def _ends():
    """It ends after one number. A loop without end takes one after the other."""
    x = yield None
    yield x


def _echo():
    """It hands back what was sent. Keep the sum and the count, and hand over their quotient."""
    x = None
    while True:
        x = yield x


def _starts_with_a_number():
    """The value of the first yield is counted as a number: it starts with a mean of 0. Start with
    no numbers at all.
    """
    numbers, mean = [0], 0
    while True:
        x = yield mean
        numbers.append(x)
        mean = sum(numbers) / len(numbers)


def _keeps_all():
    """Something is kept for every number, so the memory grows. The sum and the count are enough."""
    numbers, mean = [], None
    while True:
        numbers.append((yield mean))
        mean = sum(numbers) / len(numbers)


def _primed_already():
    """It is primed inside, so the caller's next() sends None as a number. Leave the first next()
    to the caller.
    """
    average = running_average()
    next(average)
    return average


def _never_yields():
    """There is no yield in it, so the call returns None. x = yield mean takes a number and hands
    over a mean.
    """
    total, n = 0, 0
    if n:
        return total / n


def _shared(numbers=[]):
    """Two averages share their numbers: they are kept in a default, in the class or in a global,
    and there is one of it for all. Each call needs its own.
    """
    mean = None
    while True:
        numbers.append((yield mean))
        mean = sum(numbers) / len(numbers)


def is_about(expected: Any, got: Any) -> bool:
    """Tell whether `got` is a number, of whatever type, that is `expected` but for rounding."""
    is_number = isinstance(got, int | float | Fraction | Decimal) and not isinstance(got, bool)
    return is_number and isclose(float(got), expected, rel_tol=1e-9, abs_tol=1e-9)


def _means(answer: Answer, n: int) -> Iterator[Any]:
    average = answer()
    numbers = mixed((1000.5 + i for i in range(n)), (0, 0, -1))
    with suppress(StopIteration):  # its end is the end of the stream
        next(average)
        for x in numbers:
            yield average.send(x)


RUNNING_AVERAGE = Exercise(
    name="running_average",
    signature="running_average()",
    notebook="08",
    statement="The caller primes it with next(), whose value is free. Then send(x) takes a number "
    "and returns the mean of all numbers so far.",
    solution=running_average,
    why="x = yield mean is two moments: it hands the mean out and freezes; at the next send the "
    "number becomes the value of the yield. Sum and count are the whole memory.",
    hints=(
        "What send hands in is the value of the yield expression: x = yield something.",
        "In an endless loop: x = yield mean, then put x into a sum and a count.",
        "Before the loop total, n, mean = 0, 0, None; in it, after the yield, mean = total / n.",
    ),
    cases=(
        Case((), "the mean of one number is that number", sends=(4,)),
        Case((), "the mean so far, after each number", sends=(10, 20, 60)),
        Case((), "0 is a number like any other", sends=(0, 3, 0, 0)),
        Case((), "negative numbers, and means that are not whole", sends=(-1, 2, 0.5, -7)),
        Case((), "thirds, as exact as a float can be", sends=(1, 0, 0)),
        Case((), "it does not end, and forgets none", sends=tuple(range(12))),
    ),
    mistakes=mistakes(
        (_loses_every_second, _a_yield_in_and_a_yield_out, _two_yields),
        (_one_late, _one_late_from_a_list),
        _sum,
        _mean_of_last_two,
        _counts_the_priming,
        _whole_numbers,
        _skips_zero,
        _ends_at_zero,
        _ends,
        _echo,
        _starts_with_a_number,
        _keeps_all,
        _primed_already,
        _never_yields,
        _shared,
    ),
    same=is_about,
    long=_means,
)

EXERCISES = (RUNNING_AVERAGE,)
