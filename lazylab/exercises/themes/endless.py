"""Sequences that never end, and how to stop in one (notebook 03)."""

from __future__ import annotations

import time
from itertools import count, islice
from math import inf

from lazylab.exercises.inputs import Endless, Stream, iterated, stream
from lazylab.exercises.looks import FAR, INPUTS, REASONS
from lazylab.exercises.model import Case, Exercise, Probe, mistakes
from lazylab.exercises.streams import large, mixed
from lazylab.exercises.trials import END, wrong_value
from lazylab.observe.patience import patience
from lazylab.records import Fault
from lazylab.reprs import safe_repr

# ---- fib ------------------------------------------------------------------------------------


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def _starts_at_one():
    """The 0 is missing. The sequence here starts 0, 1, 1, 2: start with a, b = 0, 1, and yield a
    before you move on.
    """
    a, b = 1, 1
    while True:
        yield a
        a, b = b, a + b


def _starts_at_one_two():
    """It starts with 1, 2. The sequence here starts 0, 1, 1, 2."""
    a, b = 1, 2
    while True:
        yield a
        a, b = b, a + b


def _one_after_the_other():
    """The two are changed one after the other, so the sum already sees the new a. Change both at
    once: a, b = b, a + b.
    """
    a, b = 0, 1
    while True:
        yield a
        a = b
        b = a + b


def _stops():
    """It ends. A sequence without end needs a loop without end: while True."""
    a, b = 0, 1
    for _ in range(10):
        yield a
        a, b = b, a + b


def _stops_later():
    a, b = 0, 1
    for _ in range(100):
        yield a
        a, b = b, a + b


def _a_list_for_ever():
    """What runs before the next value leaves has no end, or takes far too much time or memory. If
    it fills a list, yield inside the loop in place of append.
    """
    values = [0, 1]
    while True:
        values.append(1)


def _a_list_of_ten():
    """You return a list, which has an end and is no iterator. Yield the values, in a loop without
    end.
    """
    values = [0, 1]
    while len(values) < 10:
        values.append(values[-1] + values[-2])
    return values


def _by_formula():
    """The values come from a formula with floats, so they are not exact: from about the 71st on
    they are wrong. Add ints.
    """
    root = 5**0.5
    for n in count():
        yield round(((1 + root) / 2) ** n / root)


def _floats():
    """The values are floats. Start with the ints 0 and 1, and they stay exact."""
    a, b = 0.0, 1.0
    while True:
        yield a
        a, b = b, a + b


def _keeps_all():
    """Something is kept for every value that was handed over, so the memory grows. The last two
    values are enough to make the next.
    """
    values = [0, 1]
    yield 0
    yield 1
    while True:
        values.append(values[-1] + values[-2])
        yield values[-1]


def _shared(state=[0, 1]):
    """Two calls share their state: a global, or a default that changes. Each call needs its own a
    and b.
    """
    while True:
        yield state[0]
        state[:] = state[1], state[0] + state[1]


def _returns_first():
    """A return ends the function with one number. Yield it, and the loop goes on."""
    return 0


def _strays(answer):
    """Compare further out than the memory of a slow answer can be measured."""
    values = answer()
    for n, should in enumerate(islice(fib(), _FAR_OUT), 1):
        fault = wrong_value(_FIBS, n, should, next(values, END))
        if fault is not None:
            return fault
    return None


_FAR_OUT = 5_000
_FIBS = f"the first {_FAR_OUT:,} of fib()"

FIB = Exercise(
    name="fib",
    signature="fib()",
    notebook="03",
    statement="Hand over the Fibonacci numbers 0, 1, 1, 2, 3, 5, … as exact ints, for ever.",
    solution=fib,
    why="while True is safe here: the loop freezes at every yield. Only two numbers are kept, and "
    "Python's ints have no largest value.",
    hints=(
        "Two names are enough: the value to hand over now, and the one after it.",
        "Start with a, b = 0, 1. In an endless loop, yield a and move both on.",
        "Both move at once: a, b = b, a + b.",
    ),
    cases=(
        Case((), "the first ten", 10),
        Case((), "exact ints far out, where a float is wrong", 300),
    ),
    mistakes=mistakes(
        _starts_at_one,
        _starts_at_one_two,
        _one_after_the_other,
        (_stops, _stops_later),
        _a_list_for_ever,
        _a_list_of_ten,
        _by_formula,
        _floats,
        _keeps_all,
        _shared,
        _returns_first,
    ),
    # an answer that starts anew for every value is slow while its memory is traced
    long=lambda answer, n: islice(answer(), n // 8),
    extras=(Probe(FAR, _FIBS, _strays, REASONS[FAR], is_dear=True),),
)


# ---- primes ---------------------------------------------------------------------------------


def primes():
    found = []
    candidate = 2
    while True:
        for p in found:
            if p * p > candidate:
                found.append(candidate)
                yield candidate
                break
            if candidate % p == 0:
                break
        else:
            found.append(candidate)
            yield candidate
        candidate += 1


def _from_one():
    """1 is handed over. It is no prime: a prime has exactly two divisors, and 1 has one."""
    yield 1
    yield from primes()


def _without_two():
    """2 is missing. It is the one even prime."""
    return (p for p in primes() if p > 2)


def _odd_numbers():
    """These are the odd numbers. 9 is 3 · 3: an odd number may have divisors too."""
    yield 2
    yield from count(3, 2)


def _few_divisors():
    """You test a few small divisors only, so some products are let through, such as 121 = 11 · 11.
    Test every divisor up to the square root.
    """
    for n in count(2):
        if all(n % d or n == d for d in (2, 3, 5, 7)):
            yield n


def _square_is_prime():
    """Squares of primes such as 4 and 9 are let through: the root itself has to be tested too."""
    for n in count(2):
        if all(n % d for d in range(2, int(n**0.5))):
            yield n


def _squares_of_primes():
    for n in count(2):
        d = 2
        while d * d < n and n % d:
            d += 1
        if d * d >= n:
            yield n


def _fermat():
    """341 = 11 · 31 is let through: a power of 2 does not tell it from a prime. Test divisors."""
    for n in count(2):
        if n == 2 or (n % 2 and pow(2, n, n) == 2):
            yield n


def _ends():
    """It ends. There is always one more prime: the outer loop must have no end."""
    for n in range(2, 1000):
        if all(n % d for d in range(2, int(n**0.5) + 1)):
            yield n


def _ends_far_out():
    return islice(primes(), 3_000)


def _first_hundred():
    """You return a list, which has an end and is no iterator. Yield each prime when it is
    found.
    """
    return list(islice(primes(), 100))


def _never_leaves():
    """What runs before the next value leaves has no end, or takes far too much time or memory. If
    it fills a list, yield each prime when it is found, in place of append.
    """
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
        n += 1


def _every_divisor():
    """The primes are right as far as they came, but too slow. Little work is enough for each
    candidate: try divisors up to the square root, and stop at the first that divides.
    """
    n = 2
    while True:
        if sum(1 for d in range(1, n + 1) if n % d == 0) == 2:
            yield n
        n += 1


def _lets_all_through():
    """Every number comes, 4 and 6 too. A number is prime only when no d divides it: decide after
    the inner loop. Where each p has a filter of its own: a lambda or a generator expression looks
    p up when it runs, so all test with the newest; let a function that takes p make the filter.
    """
    yield 2
    for n in count(3):
        for d in range(2, n):
            if n % d:
                yield n
                break


def _filters_with_the_newest():
    numbers = count(2)
    while True:
        p = next(numbers)
        yield p
        numbers = (n for n in numbers if n % p)


def _too_slow(answer):
    """Compare value by value; the first 3,000 have a limit of processor time, the rest has none."""
    start = time.process_time()
    values = _in_tens(answer())
    for n, should in enumerate(islice(primes(), _MANY + _MORE), 1):
        fault = wrong_value(_PRIMES, n, should, next(values, END))
        if fault is not None:
            return fault
        if n <= _MANY and time.process_time() - start > _CPU_SECONDS:
            what = f"After {_CPU_SECONDS} s of processor time it had found {n:,} primes."
            return Fault("slow", _SPEED, what, f"{_MANY:,} primes", "fewer")
    return None


def _in_tens(values):
    """Hand over `values`; one that hangs is stopped before the clock is looked at again."""
    while True:
        with patience(_STUCK):
            ten = list(islice(values, 10))
        if not ten:
            return
        yield from ten


_MANY = 3_000
_MORE = 600  # beyond a table of 2**15, and beyond 29,341, which passes many a test of powers
_CPU_SECONDS = 5
_STUCK = 2
_SPEED = f"the first {_MANY:,} of primes()"
_PRIMES = f"the first {_MANY + _MORE:,} of primes()"

PRIMES = Exercise(
    name="primes",
    signature="primes()",
    notebook="03",
    statement="Hand over the primes 2, 3, 5, 7, … for ever; the first 3,000 in under 5 s of "
    "processor time. What was found may be kept.",
    solution=primes,
    why="A number without a prime divisor up to its square root is prime. The primes found so far "
    "are the only divisors worth trying, so they are kept; nothing else is.",
    hints=(
        "Try the candidates 2, 3, 4, … in an endless loop and yield those without a divisor.",
        "It is enough to try divisors d with d * d <= candidate, and to stop at the first.",
        "Keep the primes found in a list and try only those; for … else tells that none divided.",
    ),
    cases=(
        Case((), "the first ten: 2 is the first, 4 and 9 are none", 10),
        Case((), "100 primes: squares such as 121 and products such as 341 are none", 100),
        Case((), "300 primes: there is always one more", 300),
    ),
    mistakes=mistakes(
        _from_one,
        _without_two,
        _odd_numbers,
        _few_divisors,
        (_square_is_prime, _squares_of_primes),
        _fermat,
        (_ends, _ends_far_out),
        _first_hundred,
        _never_leaves,
        _every_divisor,
        (_lets_all_through, _filters_with_the_newest),
    ),
    extras=(Probe("is fast enough", _PRIMES, _too_slow, is_dear=True, more=15),),
)


# ---- take_while_under -----------------------------------------------------------------------


def take_while_under(iterable, limit):
    for item in iterable:
        if not item < limit:
            return
        yield item


def _filters(iterable, limit):
    """It skips the items that are too large and goes on. It should end for good at the first one:
    return there.
    """
    for item in iterable:
        if item < limit:
            yield item


def _filters_with_an_expression(iterable, limit):
    return filter(lambda item: item < limit, iterable)


def _limit_included(iterable, limit):
    """The limit itself is let through. Only items below it should come: item < limit."""
    for item in iterable:
        if item > limit:
            return
        yield item


def _yields_the_offender(iterable, limit):
    """The first item that is not below the limit is handed over too. Test before you yield."""
    for item in iterable:
        yield item
        if item >= limit:
            return


def _a_list(iterable, limit):
    """You hand over all items at once, in a list or tuple. Yield each item in the loop, and nothing
    has to be collected.
    """
    kept = []
    for item in iterable:
        if item >= limit:
            break
        kept.append(item)
    return kept


def _collects_first(iterable, limit):
    """You collect all the values before the first one leaves. Yield each as soon as it is
    tested.
    """
    kept = []
    for item in iterable:
        if item >= limit:
            break
        kept.append(item)
    yield from kept


def _collects_at_the_call(iterable, limit):
    kept = []
    for item in iterable:
        if item >= limit:
            break
        kept.append(item)
    return iter(kept)


def _reads_all(iterable, limit):
    """You read the whole input first. An endless one never gets that far: loop over iterable
    itself.
    """
    for item in list(iterable):
        if item >= limit:
            return
        yield item


def _stops_at_the_falsy(iterable, limit):
    """It stops at an item that is false, such as 0. Only the limit decides."""
    for item in iterable:
        if not item or item >= limit:
            return
        yield item


def _skips_the_falsy(iterable, limit):
    """Items such as 0 are dropped: `if item` is false for them."""
    for item in iterable:
        if item >= limit:
            return
        if item:
            yield item


def _raises_the_end(iterable, limit):
    """You raise StopIteration to end. Inside a generator that becomes a RuntimeError: return."""
    for item in iterable:
        if item >= limit:
            raise StopIteration
        yield item


def _leaks_the_end(iterable, limit):
    """next() raises StopIteration when the input is exhausted, and inside a generator that
    becomes a RuntimeError. Catch it and return, or use a for loop.
    """
    source = iter(iterable)
    item = next(source)
    while item < limit:
        yield item
        item = next(source)


class _comes_back:
    """It ends at the first item that is not below the limit, but asked again it goes on. Remember
    that the end was reached; a generator with return does.
    """

    def __init__(self, iterable, limit):
        self.source = iter(iterable)
        self.limit = limit

    def __iter__(self):
        return self

    def __next__(self):
        item = next(self.source)
        if item < self.limit:
            return item
        raise StopIteration


def _one_ahead(iterable, limit):
    """You take the next item before the present one is handed over. Take one item a value."""
    source = iter(iterable)
    missing = object()
    item = next(source, missing)
    while item is not missing and item < limit:
        after = next(source, missing)
        yield item
        item = after


def _swallows_errors(iterable, limit):
    """You catch every exception, so a source that breaks looks like one that has ended. Catch
    StopIteration and nothing else.
    """
    source = iter(iterable)
    while True:
        try:
            item = next(source)
        except Exception:
            return
        if item >= limit:
            return
        yield item


def _swallows_errors_of_the_loop(iterable, limit):
    try:
        for item in iterable:
            if item >= limit:
                return
            yield item
    except Exception:
        return


def _closes_the_input(iterable, limit):
    """You close the input. It belongs to the caller, who may want the items that follow: leave it
    as it is.
    """
    for item in iterable:
        if item >= limit:
            if hasattr(iterable, "close"):
                iterable.close()
            return
        yield item


def _uses_up_the_input(answer):
    """Go on with a generator where the answer left it: at the item after the refused one."""
    source = iterated([1, 2, 9, 3, 4])
    for _ in islice(answer(source, 5), _ENOUGH):
        pass
    left = list(source)
    if left == [3, 4]:
        return None
    what = "After its end, whoever made the generator goes on with it: 3 and 4 should be left."
    return Fault("inputs", _OWNED, what, "[3, 4]", safe_repr(left))


_ENOUGH = 10
_LATE = Stream((*range(60), 500, 60, 61), "[0, 1, 2, …, 59, 500, 60, 61]")
_OWNED = "take_while_under((x for x in [1, 2, 9, 3, 4]), 5)"

TAKE_WHILE_UNDER = Exercise(
    name="take_while_under",
    signature="take_while_under(iterable, limit)",
    notebook="03",
    statement="Hand over items as long as item < limit, and end for good at the first that is not.",
    solution=take_while_under,
    why="A return in a generator is its end. The item that is not below the limit had to be taken "
    "to be tested; after it nothing is taken any more.",
    hints=(
        "Loop over iterable, and test each item before you hand it over.",
        "A filter goes on after an item that is too large. What ends a generator?",
        "In the loop: if not item < limit, return; otherwise yield item.",
    ),
    cases=(
        Case((stream(1, 2, 3, 9, 1, 2), 5), "it ends at 9, and the 1 after it does not come"),
        Case((stream(3, 5, 4), 5), "the limit itself is not below the limit"),
        Case((stream(7, 1, 2), 5), "the first item is not below the limit"),
        Case((stream(), 5), "nothing in, nothing out"),
        Case((stream(1, 2, 3), 5), "the input ends before the limit"),
        Case((stream(0, -1, 0, 2, 8, 0), 5), "0 is an item like any other"),
        Case((stream("a", "", "b", "m", "c"), "g"), "whatever has an order has a limit"),
        Case((stream(0.5, 1, True, 1.5, 2.5, 2), 2), "numbers of every kind"),
        Case((stream(-3, -1, 0, -5), 0), "the limit may be 0"),
        Case((stream(False, 0, True, False, 3, True), 3), "False and True are items too"),
        Case((stream(2, 2, 1, 1, 1, 2, 9, 2), 5), "repeats stay"),
        Case((_LATE, 100), "it ends at 500, however late that comes"),
        Case((stream(1, None, 2), 5), "None has no order, and the TypeError says so"),
        Case((Endless(count, "count()"), 4), "an endless input ends here"),
        Case((Endless(lambda: count(0, -1), "count(0, -1)"), 4), "and this one never", 6),
    ),
    mistakes=mistakes(
        (_filters, _filters_with_an_expression),
        _limit_included,
        _yields_the_offender,
        _a_list,
        (_collects_first, _collects_at_the_call),
        _reads_all,
        _stops_at_the_falsy,
        _skips_the_falsy,
        _raises_the_end,
        _leaks_the_end,
        _comes_back,
        _one_ahead,
        (_swallows_errors, _swallows_errors_of_the_loop),
        _closes_the_input,
    ),
    long=lambda answer, n: answer(mixed(large(n), (0, 0, False, -1)), inf),
    extras=(Probe(INPUTS, _OWNED, _uses_up_the_input, REASONS[INPUTS]),),
)

EXERCISES = (FIB, PRIMES, TAKE_WHILE_UNDER)
