"""First steps: one yield, and what the call does not run (notebooks 01 and 02)."""

from __future__ import annotations

from itertools import count, repeat

from lazylab.exercises.inputs import Endless, stream
from lazylab.exercises.model import Case, Exercise, mistakes
from lazylab.exercises.streams import mixed, strings

FAR = 10**12


# ---- countdown ------------------------------------------------------------------------------


def countdown(n):
    while n > 0:
        yield n
        n -= 1


def _a_list(n):
    """You hand over all values at once, in a list or tuple. With yield in place of append each
    value leaves as soon as it is known, and no list is needed.
    """
    return list(range(n, 0, -1))


def _a_list_then_an_iterator(n):
    """The first value waits until all n have been gone through, so countdown(10**12) never gets
    to it. Put the yield inside the loop: each turn hands its value over.
    """
    yield from [n - i for i in range(n)]


def _a_list_iterator(n):
    return iter(list(range(n, 0, -1)))


def _a_range(n):
    """A range is lazy, but it is an iterable and no iterator: next() does not take it. Yield its
    values, or return iter(...) of it.
    """
    return range(n, 0, -1)


def _returns_in_the_loop(n):
    """A return ends the function with the first value. A yield hands the value over, and the loop
    goes on at the next request.
    """
    while n > 0:
        return n
    return None


def _yields_once(n):
    """It stops after one value: the yield stands outside the loop, or a return follows it. Every
    turn of the loop has to reach a yield.
    """
    while n > 0:
        yield n
        return


def _prints(n):
    """You print the values. A print shows them to a person; a yield hands them to whoever asked."""
    while n > 0:
        print(n)
        n -= 1


def _down_to_zero(n):
    """It goes down to 0. The last value is 1: the loop may run only while n > 0."""
    while n >= 0:
        yield n
        n -= 1


def _counts_up(n):
    """It counts up. The first value is n itself, then one less each time."""
    i = 1
    while i <= n:
        yield i
        i += 1


def _one_too_low(n):
    """The first value is n - 1: you subtract before you yield. Yield first, subtract after."""
    while n > 0:
        n -= 1
        yield n


def _without_one(n):
    """The 1 is missing: the loop ends one value too early."""
    while n > 1:
        yield n
        n -= 1


def _until_exactly_zero(n):
    """A negative n never reaches 0 on its way down, so it counts on for ever. Ask for n > 0
    and not for n != 0.
    """
    while n != 0:
        yield n
        n -= 1


def _never_subtracts(n):
    """It hands over n again and again: nothing in the loop makes n smaller."""
    while n > 0:
        yield n


COUNTDOWN = Exercise(
    name="countdown",
    signature="countdown(n)",
    notebook="01",
    statement="Hand over n, n - 1, …, 1, one at a time; nothing for n <= 0. The first value of "
    "countdown(10**12) comes at once.",
    solution=countdown,
    why="Each turn of the loop hands one value over and freezes there. Nothing is kept but n, so "
    "the first value of a million million costs as much as the first of three.",
    hints=(
        "A loop that counts down with print is nearly there. What hands a value to the caller?",
        "Use while n > 0, and let each turn do two things: hand n over, then make it smaller.",
        "The two lines in the loop are: yield n, and n -= 1.",
    ),
    cases=(
        Case((3,), "three values, the last one is 1"),
        Case((1,), "one value"),
        Case((0,), "nothing for 0"),
        Case((-2,), "nothing below 0 either"),
        Case((300,), "a longer one"),
        Case((FAR,), "the first values come at once, however many follow", 3,
             label="countdown(10**12)"),
    ),
    mistakes=mistakes(
        _a_range,
        _a_list,
        (_a_list_then_an_iterator, _a_list_iterator),
        _returns_in_the_loop,
        _yields_once,
        _prints,
        _down_to_zero,
        _counts_up,
        _one_too_low,
        _without_one,
        _until_exactly_zero,
        _never_subtracts,
    ),
    long=lambda answer, n: answer(n + 100_000),
)  # fmt: skip


# ---- echo_twice -----------------------------------------------------------------------------


def echo_twice(items):
    for item in items:
        yield item
        yield item


def _list_of_both(items):
    """You build the whole list before you hand over the first value. Two yields in the loop
    hand each item over as soon as it is there.
    """
    return [item for item in items for _ in range(2)]


def _reads_all_first(items):
    """You read the whole input before the first value leaves. An input without end never gets
    that far: loop over items itself.
    """
    for item in list(items):
        yield item
        yield item


def _reads_all_at_the_call(items):
    doubled = [item for item in items for _ in range(2)]
    return iter(doubled)


def _whole_twice(items):
    """You go through the input twice: a b a b. Each item should come twice before the next one
    is taken: a a b b.
    """
    kept = list(items)
    yield from kept
    yield from kept


def _two_loops(items):
    """You loop over the input a second time. A list allows that, but an iterator is exhausted
    after the first loop; and the order should be a a b b.
    """
    yield from items
    yield from items


def _pairs(items):
    """You hand over pairs. Two yields, one after the other, hand over two single values."""
    for item in items:
        yield item, item


def _sums(items):
    """The value of each item is doubled. The item itself should come, twice."""
    for item in items:
        yield item * 2


def _only_once(items):
    """Each item comes once. A second yield of the same item is missing."""
    for item in items:
        yield item


def _only_the_first(items):
    """A return in the loop ends everything with the first item."""
    for item in items:
        yield item
        yield item
        return


def _skips_the_falsy(items):
    """Items such as 0, "" and None are dropped: `if item` is false for them. They are items like
    any other.
    """
    for item in items:
        if item:
            yield item
            yield item


def _stops_at_the_falsy(items):
    """It stops at the first item that is false, such as 0 or None. Let the for loop find the
    end.
    """
    source = iter(items)
    item = next(source, None)
    while item:
        yield item
        yield item
        item = next(source, None)


def _by_index(items):
    """You use len() or an index. An iterator has neither: loop over the items themselves."""
    for i in range(len(items)):
        yield items[i]
        yield items[i]


def _uses_the_list_up(items):
    """You take the items out of the list you were given. The caller still needs it: loop over
    it and leave it alone.
    """
    while items:
        item = items.pop(0)
        yield item
        yield item


def _one_ahead(items):
    """You take the next item before the present one is handed over. Take an item only when it
    is needed.
    """
    source = iter(items)
    try:
        item = next(source)
    except StopIteration:
        return
    for after in source:
        yield item
        yield item
        item = after
    yield item
    yield item


def _swallows_errors(items):
    """You catch every exception, so a source that breaks looks like one that has ended. Catch
    StopIteration and nothing else.
    """
    source = iter(items)
    while True:
        try:
            item = next(source)
        except Exception:
            return
        yield item
        yield item


def _keeps_everything(items):
    """Something is kept for every item, so the memory grows with the stream. Once an item was
    handed over twice, nothing of it is needed.
    """
    seen = []
    for item in items:
        seen.append(item)
        yield item
        yield item


ECHO_TWICE = Exercise(
    name="echo_twice",
    signature="echo_twice(items)",
    notebook="01",
    statement="Hand over each item twice, in order, and take an item only when it is needed.",
    solution=echo_twice,
    why="A generator may have as many yields as it likes. Each is a place to freeze: the second "
    "value of an item comes from the frame, and nothing is taken for it.",
    hints=(
        "One loop over items is enough.",
        "A loop's body may hold more than one yield.",
        "In the loop, write yield item, and on the next line write it again.",
    ),
    cases=(
        Case((stream("a", "b", "c"),), "each item twice, in order"),
        Case((stream("a"),), "one item"),
        Case((stream(),), "nothing in, nothing out"),
        Case((stream(0, "", False, None, 7),), "0, an empty text, False and None are items"),
        Case((stream(1, 1, 2),), "repeats stay"),
        Case((stream([1], {}, [2, 3], ()),), "items of any kind, such as lists"),
        Case(("xy",), "a text is an iterable of its characters"),
        Case((Endless(lambda: count(1000), "count(1000)"),), "an endless input", 7),
        Case((Endless(lambda: repeat(None), "repeat(None)"),), "endless and empty-handed", 4),
    ),
    mistakes=mistakes(
        _list_of_both,
        (_reads_all_first, _reads_all_at_the_call),
        _whole_twice,
        _two_loops,
        _pairs,
        _sums,
        _only_once,
        _only_the_first,
        _skips_the_falsy,
        _stops_at_the_falsy,
        _by_index,
        _uses_the_list_up,
        _one_ahead,
        _swallows_errors,
        _keeps_everything,
    ),
    long=lambda answer, n: answer(mixed(strings(n), (None, None, 0, "", False))),
)


# ---- logged_countdown -----------------------------------------------------------------------


def logged_countdown(n):
    print("start")
    while n > 0:
        yield n
        n -= 1
    print("done")


def _prints_at_the_call(n):
    """`start` is printed before a value is asked for: by the call, or by iter(). The body of a
    generator function, and the __next__ of a class, run only at next(): print there.
    """
    print("start")

    def body():
        for i in range(n, 0, -1):
            yield i
        print("done")

    return body()


def _builds_all_first(n):
    """The first value waits until all n have been gone through, so logged_countdown(10**12) never
    gets to it. Put a yield in the loop, and each request runs one turn.
    """
    print("start")
    values = list(range(n, 0, -1))
    print("done")
    return iter(values)


def _returns_a_list(n):
    """You return all values at once, in a list or tuple. Put a yield in the loop, and each request
    runs one turn.
    """
    print("start")
    values = list(range(n, 0, -1))
    print("done")
    return values


def _done_too_early(n):
    """`done` is printed together with the last value. The end is reached one request later, when
    the loop is left: print after the loop.
    """
    print("start")
    for i in range(n, 0, -1):
        if i == 1:
            print("done")
        yield i


def _never_done(n):
    """`done` is missing. A line after the loop runs when the value after the last one is asked
    for.
    """
    print("start")
    while n > 0:
        yield n
        n -= 1


def _never_start(n):
    """`start` is missing. Printed before the loop, and under no condition, it comes in every call
    when the first value is asked for.
    """
    while n > 0:
        yield n
        n -= 1
    print("done")


def _silent(n):
    """Nothing is printed. It should print start before the loop and done after it."""
    while n > 0:
        yield n
        n -= 1


def _start_every_time(n):
    """`start` is printed for every value: it stands inside the loop. Print it before the loop."""
    while n > 0:
        print("start")
        yield n
        n -= 1
    print("done")


def _done_every_time(n):
    """`done` is printed after every value: it stands inside the loop. Print it after the loop."""
    print("start")
    while n > 0:
        yield n
        n -= 1
        print("done")


def _done_on_the_way_out(n):
    """`done` is printed by close() as well, and the end was not reached then. Print it after the
    loop only: a finally block, a caught GeneratorExit and a __del__ run at close() too.
    """
    print("start")
    try:
        while n > 0:
            yield n
            n -= 1
    finally:
        print("done")


def _quiet_for_nothing(n):
    """For n <= 0 nothing is printed. The start and the end are there even when no value lies
    between them.
    """
    if n <= 0:
        return
    print("start")
    while n > 0:
        yield n
        n -= 1
    print("done")


def _prints_the_values(n):
    """Numbers are printed as well. It should print start and done, and nothing else."""
    print("start")
    while n > 0:
        print(n)
        yield n
        n -= 1
    print("done")


def _yields_the_words(n):
    """The words are handed over as values. They should be printed; only numbers are yielded."""
    yield "start"
    while n > 0:
        yield n
        n -= 1
    yield "done"


LOGGED_COUNTDOWN = Exercise(
    name="logged_countdown",
    signature="logged_countdown(n)",
    notebook="02",
    statement="As countdown, and print `start` when the first value is asked for and `done` when "
    "the end is reached; nothing else.",
    solution=logged_countdown,
    why="The call runs no line of the body. The first request runs it from its top to the first "
    "yield, so start appears then; done stands after the loop, where only the last request gets.",
    hints=(
        "Which line of a generator function runs at the call? None. So where may `start` stand?",
        "Take countdown as it is. One print goes before its loop, one after.",
        'print("start") is the first line of the body, print("done") the last, not indented.',
    ),
    cases=(
        Case((2,), "start with the first value, done at the end"),
        Case((1,), "done comes one request after the only value"),
        Case((0,), "no value: start and done at the first request"),
        Case((-3,), "the same below 0"),
        Case((40,), "a longer one"),
        Case((FAR,), "the first value comes at once", 2, label="logged_countdown(10**12)"),
    ),
    mistakes=mistakes(
        _prints_at_the_call,
        _builds_all_first,
        _returns_a_list,
        _done_too_early,
        _never_done,
        _never_start,
        _silent,
        _start_every_time,
        _done_every_time,
        _done_on_the_way_out,
        _quiet_for_nothing,
        _prints_the_values,
        _yields_the_words,
    ),
    long=lambda answer, n: answer(n + 100_000),
)


# ---- eager_check ----------------------------------------------------------------------------


def eager_check(n):
    if n < 0:
        raise ValueError(f"n must not be negative, got {n}")

    def values():
        for i in range(n, 0, -1):
            yield i

    return values()


def _checks_late(n):
    """The check runs only at the first next(): it stands in a generator function, or in __next__.
    The call itself comes back happy. Check in a plain function that returns a generator.
    """
    if n < 0:
        raise ValueError("n must not be negative")
    while n > 0:
        yield n
        n -= 1


def _no_check(n):
    """A negative n is accepted in silence. It should raise ValueError at the call."""
    while n > 0:
        yield n
        n -= 1


def _refuses_zero(n):
    """0 is refused. It is not negative: countdown from 0 hands over nothing."""
    if n <= 0:
        raise ValueError("n must be positive")
    return (i for i in range(n, 0, -1))


def _wrong_type(n):
    """The exception is of another type. It should be a ValueError: the type of n is fine, its
    value is not.
    """
    if n < 0:
        raise TypeError("n must not be negative")
    return (i for i in range(n, 0, -1))


def _by_assert(n):
    """An assert raises AssertionError, and none at all under python -O. Raise a ValueError."""
    assert n >= 0
    return (i for i in range(n, 0, -1))


def _returns_no_iterator(n):
    """For a negative n the call comes back, and with no iterator: with None, with the exception
    itself, or with an object whose iter() fails. The ValueError has to be raised, at the call.
    """
    if n < 0:
        return ValueError("n must not be negative")
    return (i for i in range(n, 0, -1))


def _yields_the_error(n):
    """The exception is handed over like a value. It has to be raised, at the call."""
    if n < 0:
        yield ValueError("n must not be negative")
    while n > 0:
        yield n
        n -= 1


def _checks_but_builds_a_list(n):
    """The check is right. But the values are built at the call: return a generator, and not a
    list or tuple.
    """
    if n < 0:
        raise ValueError("n must not be negative")
    return list(range(n, 0, -1))


def _checks_and_returns_a_range(n):
    """The check is right. But a range is an iterable and no iterator: next() does not take it.
    Return iter(...) of it, or a generator.
    """
    if n < 0:
        raise ValueError("n must not be negative")
    return range(n, 0, -1)


def _checks_but_builds_all(n):
    """The check is right. But the first value waits until all n have been gone through, so
    eager_check(10**12) never gets to it.
    """
    if n < 0:
        raise ValueError("n must not be negative")
    return iter(list(range(n, 0, -1)))


def _forgets_to_return(n):
    """The check is right. But the call returns None. Hand back what calling the inner generator
    function gives: return values().
    """
    if n < 0:
        raise ValueError("n must not be negative")

    def values():
        yield from range(n, 0, -1)

    values()


def _returns_the_function(n):
    """The check is right. But you return the inner function and not what calling it gives: write
    the parentheses.
    """
    if n < 0:
        raise ValueError("n must not be negative")

    def values():
        yield from range(n, 0, -1)

    return values


EAGER_CHECK = Exercise(
    name="eager_check",
    signature="eager_check(n)",
    notebook="02",
    statement="A negative n raises ValueError at the call, even if nobody asks for a value; "
    "otherwise as countdown.",
    solution=eager_check,
    why="eager_check has no yield of its own, so it is a plain function and its check runs at the "
    "call. The generator is made by an inner function, which it calls and returns.",
    hints=(
        "One yield anywhere in a function delays all of it, the check too.",
        "Two functions: an outer one without yield that checks, an inner one that yields.",
        "The outer one ends with return values(), where values is the inner generator function.",
    ),
    cases=(
        Case((3,), "as countdown"),
        Case((0,), "0 is not negative: nothing comes, nothing is raised"),
        Case((-1,), "the check runs at the call", at_the_call=True),
        Case((-21,), "the check runs at the call", at_the_call=True),
        Case((-(10**9),), "however far below 0", at_the_call=True, label="eager_check(-10**9)"),
        Case((40,), "a longer one"),
        Case((FAR,), "the first values come at once", 3, label="eager_check(10**12)"),
    ),
    mistakes=mistakes(
        _checks_late,
        _no_check,
        _refuses_zero,
        _wrong_type,
        _by_assert,
        _returns_no_iterator,
        _yields_the_error,
        _checks_and_returns_a_range,
        _checks_but_builds_a_list,
        _checks_but_builds_all,
        _forgets_to_return,
        _returns_the_function,
    ),
    long=lambda answer, n: answer(n + 100_000),
)

EXERCISES = (COUNTDOWN, ECHO_TWICE, LOGGED_COUNTDOWN, EAGER_CHECK)
