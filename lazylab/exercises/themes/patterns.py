"""Patterns that interviews ask for: chunks, windows, merges and turns (notebook 10)."""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush, heapreplace, merge
from itertools import chain, count, islice, repeat, zip_longest
from math import inf

from lazylab.exercises.inputs import Endless, Stream, sequences, stream
from lazylab.exercises.model import Case, Exercise, mistakes
from lazylab.exercises.streams import large, strings

# ---- chunks ---------------------------------------------------------------------------------


def chunks(iterable, k):
    if k < 1:
        raise ValueError(f"k must be at least 1, got {k}")
    source = iter(iterable)
    while chunk := list(islice(source, k)):
        yield chunk


def _drops_the_rest(iterable, k):
    """The last chunk is missing when it is short. After the loop, hand over what is left, if
    anything is.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    chunk = []
    for item in iterable:
        chunk.append(item)
        if len(chunk) == k:
            yield chunk
            chunk = []


def _drops_the_rest_by_zip(iterable, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    yield from zip(*[source] * k, strict=False)


def _an_empty_last_one(iterable, k):
    """An empty chunk comes last when the input divides evenly. Hand the rest over only if there
    is one.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    chunk = []
    for item in iterable:
        chunk.append(item)
        if len(chunk) == k:
            yield chunk
            chunk = []
    yield chunk


def _pads(iterable, k):
    """The last chunk is filled up with None. It may be short: hand over only what was there."""
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    yield from zip_longest(*[source] * k)


def _pads_lists(iterable, k):
    for chunk in chunks(iterable, k):
        yield chunk + [None] * (k - len(chunk))


def _drops_the_padding(iterable, k):
    """zip_longest fills up with None, and with the filling you drop every None that is an item.
    Use a fill value of your own, or take k items with islice.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    for items in zip_longest(*[source] * k):
        yield [item for item in items if item is not None]


def _drops_the_padding_of_tuples(iterable, k):
    return map(tuple, _drops_the_padding(iterable, k))


def _drops_the_padding_at_the_end(iterable, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    for items in zip_longest(*[source] * k):
        chunk = list(items)
        while chunk and chunk[-1] is None:
            chunk.pop()
        yield chunk


def _reads_all(iterable, k):
    """You read the whole input before the first chunk leaves. k items are enough for the first:
    an endless input never gets further.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    items = list(iterable)
    for i in range(0, len(items), k):
        yield items[i : i + k]


def _reads_all_at_the_call(iterable, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    items = list(iterable)
    return (items[i : i + k] for i in range(0, len(items), k))


def _a_list(iterable, k):
    """You collect all chunks before the first one leaves. Yield each chunk when it is full."""
    if k < 1:
        raise ValueError("k must be at least 1")
    items = list(iterable)
    return [items[i : i + k] for i in range(0, len(items), k)]


def _slices(iterable, k):
    """You use len() or a slice, and an iterator has neither. Take items one by one, or with
    islice.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    for i in range(0, len(iterable), k):
        yield iterable[i : i + k]


def _one_ahead(iterable, k):
    """You take item k + 1 before the chunk is handed over. Hand it over as soon as it is full."""
    if k < 1:
        raise ValueError("k must be at least 1")
    chunk = []
    for item in iterable:
        if len(chunk) == k:
            yield chunk
            chunk = []
        chunk.append(item)
    if chunk:
        yield chunk


def _one_list_for_all(iterable, k):
    """Every chunk is the same list, emptied and filled again, so a chunk that was kept changes
    later. Make a new list: chunk = [].
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    chunk = []
    for item in iterable:
        chunk.append(item)
        if len(chunk) == k:
            yield chunk
            chunk.clear()
    if chunk:
        yield chunk


def _skips_the_falsy(iterable, k):
    """Items such as 0, "" and None are dropped: `if item` is false for them."""
    if k < 1:
        raise ValueError("k must be at least 1")
    source = (item for item in iterable if item)
    while chunk := list(islice(source, k)):
        yield chunk


def _stops_at_none(iterable, k):
    """It stops at a None in the input: None is used as the sign for the end. None is an item; use
    an object of your own as the sign, or a for loop.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    chunk = []
    while (item := next(source, None)) is not None:
        chunk.append(item)
        if len(chunk) == k:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _drops_nothing_but_all_false(iterable, k):
    """A chunk whose items are all false is dropped. Ask whether the chunk is empty."""
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    while chunk := list(islice(source, k)):
        if any(chunk):
            yield chunk


def _no_check(iterable, k):
    """k < 1 is not refused. It should raise a ValueError: no chunk can have so few items."""
    source = iter(iterable)
    while chunk := list(islice(source, max(k, 0))):
        yield chunk


def _no_check_by_counting(iterable, k):
    chunk = []
    for item in iterable:
        chunk.append(item)
        if len(chunk) == k:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _refuses_only_negative(iterable, k):
    """k = 0 is not refused. islice refuses -1 by itself, and 0 it takes: test for k < 1."""
    source = iter(iterable)
    while chunk := list(islice(source, k)):
        yield chunk


def _refuses_only_zero(iterable, k):
    """0 is refused and -1 is not. Everything below 1 should be."""
    if k == 0:
        raise ValueError("k must not be 0")
    yield from _no_check_by_counting(iterable, k)


def _refuses_only_zero_by_slices(iterable, k):
    if k == 0:
        raise ValueError("k must not be 0")
    yield from _no_check(iterable, k)


def _wrong_error(iterable, k):
    """The exception for k < 1 is of another type. It should be a ValueError."""
    if k < 1:
        raise TypeError("k must be at least 1")
    yield from _no_check(iterable, k)


def _wrong_error_by_assert(iterable, k):
    assert k >= 1
    yield from _no_check(iterable, k)


def _leaks_the_end(iterable, k):
    """next() raises StopIteration when the input is exhausted, and inside a generator that
    becomes a RuntimeError. Catch it, or use a for loop or islice.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    while True:
        yield [next(source) for _ in range(k)]


def _swallows_errors(iterable, k):
    """The source's exception does not come out, so a source that breaks looks like one that has
    ended. Catch StopIteration and nothing else.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    while True:
        chunk = []
        try:
            while len(chunk) < k:
                chunk.append(next(source))
        except Exception:
            if chunk:
                yield chunk
            return
        yield chunk


def _starts_over(iterable, k):
    """It hands over the first chunk for ever: islice of a list starts at its beginning each time.
    Make one iterator, with iter(), and slice that.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    while chunk := list(islice(iterable, k)):
        yield chunk


def _lazy_chunks(iterable, k):
    """The chunks are iterators themselves, and no lists. Whoever skips one gets the items of the
    next; make a list of each.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    for item in source:
        yield chain([item], islice(source, k - 1))


def _windows_instead(iterable, k):
    """These are windows: they overlap. The next chunk starts where the last one ended."""
    if k < 1:
        raise ValueError("k must be at least 1")
    items = deque(maxlen=k)
    for item in iterable:
        items.append(item)
        if len(items) == k:
            yield list(items)


def _keeps_everything(iterable, k):
    """You keep something of every chunk you have handed over. The memory grows with the stream."""
    kept = []
    for chunk in chunks(iterable, k):
        kept.append(chunk)
        yield chunk


_FALSY = stream(0, None, "", False, 0, None, 7, True)
_MANY = Stream(tuple(range(125)), "list(range(125))")
_THINGS = stream([1], {2}, deque([3]))

CHUNKS = Exercise(
    name="chunks",
    signature="chunks(iterable, k)",
    notebook="10",
    statement="Hand over lists of k items each; the last may be short, none is empty. k < 1 is a "
    "ValueError. A chunk leaves as soon as its k items were taken.",
    solution=chunks,
    why="islice takes up to k items from where the iterator stands, so one iter() at the start is "
    "the whole memory. An empty list is false and ends the loop.",
    hints=(
        "Collect items in a list, and hand it over when it has k of them.",
        "What is left at the end is a chunk too, unless it is empty. Each chunk is a new list.",
        "With itertools: source = iter(iterable), then while chunk := list(islice(source, k)).",
    ),
    cases=(
        Case((stream(1, 2, 3, 4), 2), "two full chunks, and no empty one after them"),
        Case((stream(1, 2, 3, 4, 5), 2), "the last chunk may be short"),
        Case((stream("a", "b", "c", "d", "e", "f", "g"), 3), "chunks of three"),
        Case((stream(), 3), "nothing in, nothing out"),
        Case((stream(1, 2), 5), "fewer items than k"),
        Case((stream("a", "b", "c"), 1), "chunks of one"),
        Case((_FALSY, 3), "0, an empty text, None and False are items"),
        Case((stream(1, 1, 1, 1, 1), 2), "equal chunks all come"),
        Case((_MANY, 120), "chunks of 120"),
        Case((_THINGS, 2), "the items themselves come, and no copies"),
        Case(("abcde", 2), "a text is an iterable of its characters"),
        Case((Endless(count, "count()"), 3), "an endless input", 3),
        Case((stream(1, 2), 0), "k = 0 is refused"),
        Case((stream(1, 2), -1), "k = -1 is refused"),
        Case((stream(), 0), "k = 0 is refused, also when there is nothing to do"),
    ),
    mistakes=mistakes(
        (_drops_the_rest, _drops_the_rest_by_zip),
        _an_empty_last_one,
        (_pads, _pads_lists),
        (_drops_the_padding, _drops_the_padding_of_tuples, _drops_the_padding_at_the_end),
        (_reads_all, _reads_all_at_the_call),
        _a_list,
        _slices,
        _one_ahead,
        _one_list_for_all,
        _skips_the_falsy,
        _stops_at_none,
        _drops_nothing_but_all_false,
        (_no_check, _no_check_by_counting),
        _refuses_only_negative,
        (_refuses_only_zero, _refuses_only_zero_by_slices),
        (_wrong_error, _wrong_error_by_assert),
        _leaks_the_end,
        _swallows_errors,
        _starts_over,
        _lazy_chunks,
        _windows_instead,
        _keeps_everything,
    ),
    same=sequences,
    long=lambda answer, n: answer(strings(n), 3),
)


# ---- windows --------------------------------------------------------------------------------


def windows(iterable, k):
    if k < 1:
        raise ValueError(f"k must be at least 1, got {k}")
    window = deque(maxlen=k)
    for item in iterable:
        window.append(item)
        if len(window) == k:
            yield tuple(window)


def _too_short_ones(iterable, k):
    """Windows with fewer than k items come at the start. Wait until the window is full."""
    if k < 1:
        raise ValueError("k must be at least 1")
    window = deque(maxlen=k)
    for item in iterable:
        window.append(item)
        yield tuple(window)


def _short_if_few(iterable, k):
    """With fewer than k items a short window comes. Nothing should: no k items stand together."""
    if k < 1:
        raise ValueError("k must be at least 1")
    window = deque(maxlen=k)
    full = False
    for item in iterable:
        window.append(item)
        if len(window) == k:
            full = True
            yield tuple(window)
    if window and not full:
        yield tuple(window)


def _short_if_few_by_islice(iterable, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    window = deque(islice(source, k), maxlen=k)
    if window:
        yield tuple(window)
    for item in source:
        window.append(item)
        yield tuple(window)


def _empty_if_few(iterable, k):
    """With fewer than k items a window comes all the same, an empty one if there are none. Nothing
    should: look at its length before you hand it over.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    window = deque(islice(source, k), maxlen=k)
    yield tuple(window)
    for item in source:
        window.append(item)
        yield tuple(window)


def _chunks_instead(iterable, k):
    """These are chunks: they do not overlap. The next window starts one item later."""
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    while len(chunk := tuple(islice(source, k))) == k:
        yield chunk


def _all_windows(iterable, k):
    """You read the whole input before the first window leaves. k items are enough for the first."""
    if k < 1:
        raise ValueError("k must be at least 1")
    items = list(iterable)
    for i in range(len(items) - k + 1):
        yield tuple(items[i : i + k])


def _all_windows_at_the_call(iterable, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    items = list(iterable)
    return zip(*(items[i:] for i in range(k)), strict=False)


def _a_list_of_windows(iterable, k):
    """You collect all windows before the first one leaves. Yield each window when it is full."""
    if k < 1:
        raise ValueError("k must be at least 1")
    items = list(iterable)
    return [tuple(items[i : i + k]) for i in range(len(items) - k + 1)]


def _by_slices(iterable, k):
    """You use len() or a slice, and an iterator has neither. Keep the last k items instead."""
    if k < 1:
        raise ValueError("k must be at least 1")
    for i in range(len(iterable) - k + 1):
        yield tuple(iterable[i : i + k])


def _misses_the_last(iterable, k):
    """The last window is missing."""
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    window = deque(islice(source, k), maxlen=k)
    for item in source:
        yield tuple(window)
        window.append(item)


def _yields_the_deque(iterable, k):
    """You hand over the deque itself, and it changes with the next item. Hand over a copy:
    tuple(window).
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    window = deque(maxlen=k)
    for item in iterable:
        window.append(item)
        if len(window) == k:
            yield window


def _yields_the_list(iterable, k):
    """You hand over the one list you work with, and it changes with the next item. Hand over a
    copy: tuple(window).
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    window = []
    for item in iterable:
        window.append(item)
        if len(window) > k:
            del window[0]
        if len(window) == k:
            yield window


def _window_one_ahead(iterable, k):
    """You take the next item before the window is handed over. Hand it over as soon as it is
    full.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    window = deque(maxlen=k)
    for item in iterable:
        if len(window) == k:
            yield tuple(window)
        window.append(item)
    if len(window) == k:
        yield tuple(window)


def _windows_no_check(iterable, k):
    """k < 1 is not refused. It should raise a ValueError: no window can have so few items."""
    window = []
    for item in iterable:
        window.append(item)
        if len(window) > k:
            window.pop(0)
        if len(window) == k and k > 0:
            yield tuple(window)


def _windows_no_check_by_deque(iterable, k):
    window = deque(maxlen=max(k, 0))
    for item in iterable:
        window.append(item)
        if len(window) == k:
            yield tuple(window)


def _windows_refuse_only_negative(iterable, k):
    """k = 0 is not refused. deque refuses a maxlen of -1 by itself, and 0 it takes: test for
    k < 1.
    """
    window = deque(maxlen=k)
    for item in iterable:
        window.append(item)
        if len(window) == k:
            yield tuple(window)


def _windows_refuse_only_zero(iterable, k):
    """0 is refused and -1 is not. Everything below 1 should be."""
    if k == 0:
        raise ValueError("k must not be 0")
    yield from _windows_no_check(iterable, k)


def _windows_wrong_error(iterable, k):
    """The exception for k < 1 is of another type. It should be a ValueError."""
    if k < 1:
        raise TypeError("k must be at least 1")
    yield from _windows_no_check(iterable, k)


def _windows_skip_the_falsy(iterable, k):
    """Items such as 0, "" and None are dropped: `if item` is false for them."""
    return windows((item for item in iterable if item), k)


def _windows_stop_at_none(iterable, k):
    """It stops at a None in the input: None is used as the sign for the end."""
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    window = deque(maxlen=k)
    while (item := next(source, None)) is not None:
        window.append(item)
        if len(window) == k:
            yield tuple(window)


def _windows_leak_the_end(iterable, k):
    """next() raises StopIteration when the input is exhausted, and inside a generator that
    becomes a RuntimeError. Catch it, or use a for loop.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    window = deque((next(source) for _ in range(k)), maxlen=k)
    while True:
        yield tuple(window)
        window.append(next(source))


def _windows_leak_the_end_at_the_start(iterable, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    source = iter(iterable)
    window = deque(maxlen=k)
    while len(window) < k:
        window.append(next(source))
    yield tuple(window)
    for item in source:
        window.append(item)
        yield tuple(window)


def _windows_keep_everything(iterable, k):
    """You keep more than the last k items, and the memory grows with the stream. A deque with
    maxlen=k drops the others.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    kept = []
    for item in iterable:
        kept.append(item)
        if len(kept) >= k:
            yield tuple(kept[-k:])


def _windows_swallow_errors(iterable, k):
    """The source's exception does not come out, so a source that breaks looks like one that has
    ended. Catch nothing here: a for loop knows the end by itself.
    """
    if k < 1:
        raise ValueError("k must be at least 1")
    window = deque(maxlen=k)
    try:
        for item in iterable:
            window.append(item)
            if len(window) == k:
                yield tuple(window)
    except Exception:
        return


def _triples_always(iterable, k):
    """The windows have another size than k."""
    if k < 1:
        raise ValueError("k must be at least 1")
    return windows(iterable, k + 1)


WINDOWS = Exercise(
    name="windows",
    signature="windows(iterable, k)",
    notebook="10",
    statement="Hand over tuples of k consecutive items, each starting one item later; nothing if "
    "there are fewer than k. k < 1 is a ValueError. Keep no more than k items.",
    solution=windows,
    why="A deque with maxlen=k drops its oldest item by itself. A tuple of it is a copy, so what "
    "was handed over stays as it is.",
    hints=(
        "Keep the last k items. Which kind of container drops its oldest item by itself?",
        "deque(maxlen=k): append each item, and hand over a copy whenever it holds k.",
        "In the loop: window.append(item), then if len(window) == k: yield tuple(window).",
    ),
    cases=(
        Case((stream(1, 2, 3, 4), 2), "windows overlap"),
        Case((stream("a", "b", "c", "d", "e"), 3), "windows of three"),
        Case((stream(1, 2, 1, 3, 3, 3, 3), 3), "equal items all come, and equal windows too"),
        Case((stream(1, 2, 3), 3), "exactly k items: one window"),
        Case((stream(1, 2), 3), "fewer than k items: nothing"),
        Case((stream(), 1), "nothing in, nothing out"),
        Case((stream("a", "b"), 1), "windows of one"),
        Case((stream(None, 0, "", False, 7, True), 2), "0, None, False, empty texts are items"),
        Case((_MANY, 120), "windows of 120"),
        Case((_THINGS, 2), "the items themselves come, and no copies"),
        Case(("abcde", 4), "a text is an iterable of its characters"),
        Case((Endless(count, "count()"), 3), "an endless input", 4),
        Case((stream(1, 2), 0), "k = 0 is refused"),
        Case((stream(1, 2), -1), "k = -1 is refused"),
        Case((stream(), 0), "k = 0 is refused, also when there is nothing to do"),
    ),
    mistakes=mistakes(
        _too_short_ones,
        (_short_if_few, _short_if_few_by_islice),
        _empty_if_few,
        _chunks_instead,
        (_all_windows, _all_windows_at_the_call),
        _a_list_of_windows,
        _by_slices,
        _misses_the_last,
        _yields_the_deque,
        _yields_the_list,
        _window_one_ahead,
        (_windows_no_check, _windows_no_check_by_deque),
        _windows_refuse_only_negative,
        _windows_refuse_only_zero,
        _windows_wrong_error,
        _windows_skip_the_falsy,
        _windows_stop_at_none,
        (_windows_leak_the_end, _windows_leak_the_end_at_the_start),
        _windows_keep_everything,
        _windows_swallow_errors,
        _triples_always,
    ),
    same=sequences,
    long=lambda answer, n: answer(strings(n), 3),
)


# ---- merge_sorted ---------------------------------------------------------------------------


def merge_sorted(a, b):
    missing = object()
    a, b = iter(a), iter(b)
    x, y = next(a, missing), next(b, missing)
    while x is not missing and y is not missing:
        if y < x:
            yield y
            y = next(b, missing)
        else:
            yield x
            x = next(a, missing)
    if x is not missing:
        yield x
        yield from a
    if y is not missing:
        yield y
        yield from b


def _sorts_all(a, b):
    """You read both inputs to their end and sort. They are sorted already: the next value is
    always one of the two heads.
    """
    yield from sorted([*a, *b])


def _sorts_all_at_the_call(a, b):
    return iter(sorted([*a, *b]))


def _a_merged_list(a, b):
    """You collect everything before the first item leaves. Yield the smaller of the two heads, one
    at a time.
    """
    return sorted([*a, *b])


def _one_after_another(a, b):
    """All of a comes before all of b. Compare the two heads and hand over the smaller one."""
    yield from a
    yield from b


def _only_the_common_part(a, b):
    """What is left of one input when the other has ended is missing. After the loop hand over the
    rest, the head that was taken already included.
    """
    missing = object()
    a, b = iter(a), iter(b)
    x, y = next(a, missing), next(b, missing)
    while x is not missing and y is not missing:
        if y < x:
            yield y
            y = next(b, missing)
        else:
            yield x
            x = next(a, missing)


def _loses_the_head(a, b):
    """The head that was already taken is lost when the other input ends: the rest follows without
    it. Yield it before the rest.
    """
    missing = object()
    a, b = iter(a), iter(b)
    x, y = next(a, missing), next(b, missing)
    while x is not missing and y is not missing:
        if y < x:
            yield y
            y = next(b, missing)
        else:
            yield x
            x = next(a, missing)
    yield from a
    yield from b


def _second_first(a, b):
    """Of equal keys those of b come first. All of a's should: take from b only if its head is
    smaller.
    """
    missing = object()
    a, b = iter(a), iter(b)
    x, y = next(a, missing), next(b, missing)
    while x is not missing and y is not missing:
        if x < y:
            yield x
            x = next(a, missing)
        else:
            yield y
            y = next(b, missing)
    if x is not missing:
        yield x
        yield from a
    if y is not missing:
        yield y
        yield from b


def _second_first_by_merge(a, b):
    return merge(b, a)


def _turns_on_ties(a, b):
    """Of equal keys the two inputs take turns. All of a's should come first: take from b only if
    its head is smaller.
    """
    missing = object()
    a, b = iter(a), iter(b)
    x, y = next(a, missing), next(b, missing)
    while x is not missing and y is not missing:
        if y < x:
            yield y
            y = next(b, missing)
        elif x < y:
            yield x
            x = next(a, missing)
        else:
            yield from (x, y)
            x, y = next(a, missing), next(b, missing)
    if x is not missing:
        yield x
        yield from a
    if y is not missing:
        yield y
        yield from b


def _heap_compares_iterators(a, b):
    """When two heads are equal, the heap compares what follows in your pairs, the iterators, and
    they have no order. Put a number between: (item, number, iterator).
    """
    heap = []
    for source in (iter(a), iter(b)):
        for item in source:
            heappush(heap, (item, source))
            break
    while heap:
        item, source = heap[0]
        yield item
        for after in source:
            heapreplace(heap, (after, source))
            break
        else:
            heappop(heap)


def _drops_equal_ones(a, b):
    """Of two equal items only one comes. Equal or not, both are items."""
    missing = object()
    a, b = iter(a), iter(b)
    x, y = next(a, missing), next(b, missing)
    while x is not missing and y is not missing:
        if x == y:
            yield x
            x, y = next(a, missing), next(b, missing)
        elif y < x:
            yield y
            y = next(b, missing)
        else:
            yield x
            x = next(a, missing)
    if x is not missing:
        yield x
        yield from a
    if y is not missing:
        yield y
        yield from b


def _drops_repeats(a, b):
    """Repeated items come once. Equal or not, each is an item."""
    last = object()
    for item in merge(a, b):
        if item != last:
            yield item
        last = item


def _inf_is_the_end(a, b):
    """Infinity is used as the sign for the end, so an infinity in the input is lost, and items
    that are no numbers cannot be compared with it. Use an object of your own as the sign.
    """
    a, b = iter(a), iter(b)
    x, y = next(a, inf), next(b, inf)
    while x != inf or y != inf:
        if y < x:
            yield y
            y = next(b, inf)
        else:
            yield x
            x = next(a, inf)


def _inf_is_the_end_too(a, b):
    a, b = iter(a), iter(b)
    x, y = next(a, inf), next(b, inf)
    while min(x, y) < inf:
        if x <= y:
            yield x
            x = next(a, inf)
        else:
            yield y
            y = next(b, inf)


def _inf_stands_for_the_end(a, b):
    """Infinity is used as the sign for the end, and items that are no numbers cannot be compared
    with it. Use an object of your own as the sign, and ask `is missing` before you compare.
    """
    end = float("inf")
    a, b = iter(a), iter(b)
    x, y = next(a, end), next(b, end)
    while x is not end or y is not end:
        if y < x:
            yield y
            y = next(b, end)
        else:
            yield x
            x = next(a, end)


def _falsy_is_the_end(a, b):
    """An item such as 0 or "" looks like the end: `while x and y` is false for it. Compare with an
    object of your own: is not missing.
    """
    a, b = iter(a), iter(b)
    x, y = next(a, None), next(b, None)
    while x and y:
        if y < x:
            yield y
            y = next(b, None)
        else:
            yield x
            x = next(a, None)
    if x:
        yield x
        yield from a
    if y:
        yield y
        yield from b


def _merge_one_ahead(a, b):
    """You take the next head before the value is handed over: n + 2 items for value n. Yield
    first, then take.
    """
    missing = object()
    a, b = iter(a), iter(b)
    x, y = next(a, missing), next(b, missing)
    while x is not missing or y is not missing:
        if y is missing or (x is not missing and not y < x):
            ready, x = x, next(a, missing)
        else:
            ready, y = y, next(b, missing)
        yield ready


def _merge_leaks_the_end(a, b):
    """next() raises StopIteration when an input is exhausted, and inside a generator that becomes
    a RuntimeError. Give next() a second argument, or catch it.
    """
    a, b = iter(a), iter(b)
    x, y = next(a), next(b)
    while True:
        if y < x:
            yield y
            y = next(b)
        else:
            yield x
            x = next(a)


def _takes_turns(a, b):
    """You take from the two in turn. Compare the two heads and hand over the smaller one."""
    for x, y in zip(a, b, strict=False):
        yield x
        yield y


def _pairwise_order(a, b):
    """You put pairs in order. After the smaller head of two comes the next of the same input, not
    the other head.
    """
    missing = object()
    for x, y in zip_longest(a, b, fillvalue=missing):
        if x is missing:
            yield y
        elif y is missing:
            yield x
        else:
            yield from (y, x) if y < x else (x, y)


def _pops(a, b):
    """You take the items out of the lists you were given. The caller still needs them, and an
    iterator has no pop.
    """
    while a and b:
        yield b.pop(0) if b[0] < a[0] else a.pop(0)
    yield from a
    yield from b


def _merge_swallows_errors(a, b):
    """The source's exception does not come out, so an input that breaks looks like one that has
    ended. Catch StopIteration and nothing else.
    """
    try:
        yield from merge(a, b)
    except Exception:
        return


def _descending(a, b):
    """The larger of the two heads comes first. The inputs ascend, and so should the result."""
    missing = object()
    a, b = iter(a), iter(b)
    x, y = next(a, missing), next(b, missing)
    while x is not missing and y is not missing:
        if x < y:
            yield y
            y = next(b, missing)
        else:
            yield x
            x = next(a, missing)
    if x is not missing:
        yield x
        yield from a
    if y is not missing:
        yield y
        yield from b


_ODD = Endless(lambda: count(1, 2), "count(1, 2)")
_EVEN = Endless(lambda: count(0, 2), "count(0, 2)")


def _both_long(answer, n):
    return answer(large(n), large(n))


MERGE_SORTED = Exercise(
    name="merge_sorted",
    signature="merge_sorted(a, b)",
    notebook="10",
    statement="Merge two ascending iterables into one. Of equal keys all of a's come first. "
    "Either may be empty or endless; for value n, take n + 1 items in all.",
    solution=merge_sorted,
    why="The next value is one of the two heads. Only the one that was handed over is taken anew, "
    "and only when the next value is asked for. An own object marks the end: no item is equal to "
    "it.",
    hints=(
        "Two heads are all you need to know. Which may leave first?",
        "next(a, missing) with missing = object() tells an item from the end, whatever it is.",
        "While both heads are there: if y < x, yield y and take the next of b; else the same with "
        "x and a. Then the head that is left, and the rest of its input.",
    ),
    cases=(
        Case((stream(1, 4), stream(2, 3)), "the smaller head comes first"),
        Case((stream(1, 3, 5, 7, 8, 9), stream(2, 4)), "one input ends before the other"),
        Case((stream(), stream(1, 2, 3, 4, 5, 6)), "a may be empty"),
        Case((stream(1, 2), stream()), "b may be empty"),
        Case((stream(), stream()), "both may be empty"),
        Case((stream(1, 2, 2), stream(2, 2, 3)), "equal items all come"),
        Case((stream(-1, 0, 0, 5), stream(-3, 0, 7)), "0 and numbers below it"),
        Case((stream("", "b"), stream("", "a", "c")), "whatever has an order can be merged"),
        Case((stream(False, True, True), stream(False, True)), "False and True are items"),
        Case((stream(1, 3), stream(1, 3)), "two equal inputs"),
        Case((stream(1, inf), stream(2, inf, inf)), "infinity is an item"),
        Case((stream(1, 1, 2, 4), stream(1.0, 2.0, 2.0, 3.0)),
             "of equal keys all of a's come first, and 1 is equal to 1.0"),
        Case((_ODD, _EVEN), "both endless", 6),
        Case((stream(2, 3), _ODD), "one endless", 6),
        Case((_EVEN, stream()), "one endless, one empty", 4),
    ),
    mistakes=mistakes(
        (_sorts_all, _sorts_all_at_the_call),
        _a_merged_list,
        _one_after_another,
        _only_the_common_part,
        _loses_the_head,
        (_second_first, _second_first_by_merge),
        _turns_on_ties,
        _heap_compares_iterators,
        _drops_equal_ones,
        _drops_repeats,
        (_inf_is_the_end, _inf_is_the_end_too),
        _inf_stands_for_the_end,
        _falsy_is_the_end,
        _merge_one_ahead,
        _merge_leaks_the_end,
        _takes_turns,
        _pairwise_order,
        _pops,
        _merge_swallows_errors,
        _descending,
    ),
    budget=lambda n: n + 1,
    long=_both_long,
)  # fmt: skip


# ---- round_robin ----------------------------------------------------------------------------


def round_robin(*iterables):
    waiting = deque(map(iter, iterables))
    while waiting:
        source = waiting.popleft()
        try:
            item = next(source)
        except StopIteration:
            continue
        yield item
        waiting.append(source)


def _stops_at_the_shortest(*iterables):
    """It ends with the shortest input. The others should go on without it."""
    for items in zip(*iterables, strict=False):
        yield from items


def _ends_when_one_ends(*iterables):
    """It ends as soon as one input has ended. The others should go on without it."""
    sources = [iter(iterable) for iterable in iterables]
    while sources:
        for source in sources:
            try:
                item = next(source)
            except StopIteration:
                return
            yield item


def _one_after_the_other(*iterables):
    """The inputs come one after the other. Take one item of each in turn."""
    return chain(*iterables)


def _in_rounds(*iterables):
    """You take a whole round before its first item leaves. Take an item only when it is its
    turn.
    """
    missing = object()
    for items in zip_longest(*iterables, fillvalue=missing):
        yield from (item for item in items if item is not missing)


def _pads_with_none(*iterables):
    """None comes in place of inputs that have ended. They should drop out."""
    for items in zip_longest(*iterables):
        yield from items


def _drops_none(*iterables):
    """None is dropped: it is used as the sign for an ended input. None is an item; use an object
    of your own as the sign.
    """
    for items in zip_longest(*iterables):
        yield from (item for item in items if item is not None)


def _none_is_the_end(*iterables):
    """An input with a None in it drops out there: None is used as the sign for its end. Use an
    object of your own, or catch StopIteration.
    """
    waiting = deque(map(iter, iterables))
    while waiting:
        source = waiting.popleft()
        item = next(source, None)
        if item is not None:
            yield item
            waiting.append(source)


def _drops_the_falsy(*iterables):
    """Items such as 0, "" and None are dropped: `if item` is false for them."""
    return (item for item in round_robin(*iterables) if item)


def _skips_a_neighbour(*iterables):
    """When an input drops out, the one after it misses its turn: it moves up into the free place,
    and the round has gone past it. Use a deque, or a new list for each round.
    """
    sources = [iter(iterable) for iterable in iterables]
    while sources:
        for source in sources:
            try:
                item = next(source)
            except StopIteration:
                sources.remove(source)
                continue
            yield item


def _reads_all_inputs(*iterables):
    """You read all inputs before the first item leaves. An endless one never gets that far: make
    an iterator of each, with iter().
    """
    lists = [list(iterable) for iterable in iterables]
    for i in range(max(map(len, lists), default=0)):
        for items in lists:
            if i < len(items):
                yield items[i]


def _reads_all_inputs_at_the_call(*iterables):
    return iter(list(round_robin(*iterables)))


def _a_list_in_turn(*iterables):
    """You collect everything before the first item leaves. Yield each item when it is its turn."""
    return list(round_robin(*iterables))


def _one_list_of_iterables(*iterables):
    """You take one argument and loop over its items as if they were the inputs. The inputs are
    the arguments.
    """
    return round_robin(*iterables[0])


def _leaks_the_end_of_one(*iterables):
    """next() raises StopIteration when an input is exhausted, and inside a generator that becomes
    a RuntimeError. Catch it and drop that input.
    """
    sources = [iter(iterable) for iterable in iterables]
    while sources:
        for source in sources:
            yield next(source)


def _only_two(*iterables):
    """It takes two inputs. There may be any number of them, none and one too."""
    a, b = iterables
    yield from round_robin(a, b)


def _turns_one_ahead(*iterables):
    """You take the next item before the present one is handed over. Take an item only when it is
    its turn.
    """
    missing = object()
    ready = missing
    for item in round_robin(*iterables):
        if ready is not missing:
            yield ready
        ready = item
    if ready is not missing:
        yield ready


def _turns_swallow_errors(*iterables):
    """The source's exception does not come out, so a source that breaks looks like one that has
    ended. Catch StopIteration and nothing else.
    """
    waiting = deque(map(iter, iterables))
    while waiting:
        source = waiting.popleft()
        try:
            item = next(source)
        except Exception:
            continue
        yield item
        waiting.append(source)


def _tuples_in_turn(*iterables):
    """You hand over whole rounds. Each item should come by itself."""
    missing = object()
    for items in zip_longest(*iterables, fillvalue=missing):
        yield tuple(item for item in items if item is not missing)


def _keeps_all_turns(*iterables):
    """You keep something for every item you have handed over. The memory grows with the streams."""
    kept = []
    for item in round_robin(*iterables):
        kept.append(item)
        yield item


ROUND_ROBIN = Exercise(
    name="round_robin",
    signature="round_robin(*iterables)",
    notebook="10",
    statement="Hand over one item of each input in turn. An exhausted input drops out and nobody "
    "misses a turn; any of them may be endless. For value n take n items in all.",
    solution=round_robin,
    why="The inputs wait in a queue. The first is asked for one item and goes to the back; one "
    "that is exhausted does not come back, and the order of the others stays.",
    hints=(
        "Make an iterator of each input first: iter() takes nothing.",
        "A queue: take the first, ask it for one item, put it at the back. When does it not come "
        "back?",
        "With a deque: popleft, next in try, except StopIteration: continue; yield, then append.",
    ),
    cases=(
        Case((stream(1, 2), stream("a", "b")), "one of each in turn"),
        Case((stream(1), stream("a", "b", "c"), stream("x", "y")),
             "an exhausted input drops out and nobody misses a turn"),
        Case((), "no input at all"),
        Case((stream(1, 2, 3, 4, 5, 6),), "one input"),
        Case((stream(), stream(1, 2), stream()), "empty inputs"),
        Case((stream(0, None, ""), stream(None, False)), "0, None, False, empty texts are items"),
        Case((stream(0, 0, "", None, False, True), stream("", "", 0, None, False, True),
              stream(False, False, 0, "", None)), "in each input, and equal ones too"),
        Case(("xy", "xy"), "a text is an iterable of its characters, and may be given twice"),
        Case(tuple(stream(n) for n in range(12)), "twelve inputs",
             label="round_robin([0], [1], … [11])"),
        Case((stream(), stream(), stream()), "nothing but empty inputs"),
        Case((stream(1, 2, 3, 4), stream("a"), stream("x"), stream("p", "q")),
             "two drop out in the same round"),
        Case((Endless(count, "count()"), stream("a"), Endless(lambda: repeat(None),
              "repeat(None)")), "endless inputs", 8),
    ),
    mistakes=mistakes(
        _stops_at_the_shortest,
        _ends_when_one_ends,
        _one_after_the_other,
        _in_rounds,
        _pads_with_none,
        _drops_none,
        _none_is_the_end,
        _drops_the_falsy,
        _skips_a_neighbour,
        (_reads_all_inputs, _reads_all_inputs_at_the_call),
        _a_list_in_turn,
        _one_list_of_iterables,
        _leaks_the_end_of_one,
        _only_two,
        _turns_one_ahead,
        _turns_swallow_errors,
        _tuples_in_turn,
        _keeps_all_turns,
    ),
    long=lambda answer, n: answer(strings(n), strings(n)),
)  # fmt: skip

EXERCISES = (CHUNKS, WINDOWS, MERGE_SORTED, ROUND_ROBIN)
