"""Wrong answers that the catalogue does not hold: known mistakes in other words, and unknown ones.

Each entry of `REWORDED` is (exercise, answer, name of the mistake it is); each of `UNKNOWN` is
(exercise, answer): rejected, and not given the name of something else.
"""

import contextlib
import copy
import functools
import heapq
import itertools
import math
from collections import deque
from itertools import chain, count, islice, tee, zip_longest

from tests.exercises import right

# ---- countdown and its relatives ------------------------------------------------------------


def as_tuple(n):
    result = ()
    while n > 0:
        result += (n,)
        n -= 1
    return result


def as_list_comprehension(n):
    return [n - i for i in range(max(n, 0))]


def returns_n(n):
    for i in range(n, 0, -1):
        return i


def breaks_after_one(n):
    for i in range(n, 0, -1):
        yield i
        break


def prints_them(n):
    for i in range(n, 0, -1):
        print(i, flush=True)


def down_to_zero(n):
    for i in range(n, -1, -1):
        yield i


def counts_up(n):
    yield from range(1, n + 1)


def without_one(n):
    return (i for i in range(n, 1, -1))


def collects_then_yields(n):
    values = []
    while n > 0:
        values.append(n)
        n -= 1
    for value in values:
        yield value


def goes_through_first(n):
    for _ in range(n):
        pass
    yield from range(n, 0, -1)


def recursive(n):
    if n > 0:
        yield n
        yield from recursive(n - 1)


def absolute(n):
    return iter(range(abs(n), 0, -1))


def strings(n):
    while n > 0:
        yield str(n)
        n -= 1


def floats(n):
    while n > 0:
        yield n / 1
        n -= 1


class NotItsOwnIterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        n = self.n
        while n > 0:
            yield n
            n -= 1

    def __next__(self):
        return next(iter(self))


class OnlyNext:
    def __init__(self, n):
        self.n = n

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class Restarts:
    def __init__(self, n):
        self.n = self.left = max(n, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            self.left = self.n
            raise StopIteration
        self.left -= 1
        return self.left + 1


class SharedClass:
    left = 0

    def __init__(self, n):
        type(self).left = n

    def __iter__(self):
        return self

    def __next__(self):
        if type(self).left <= 0:
            raise StopIteration
        type(self).left -= 1
        return type(self).left + 1


class RaisesAfterEnd(right.CountdownClass):
    def __next__(self):
        if self.n < 0:
            raise IndexError
        if self.n == 0:
            self.n = -1
            raise StopIteration
        self.n -= 1
        return self.n + 1


def ignores_close(n):
    while n > 0:
        try:
            yield n
        except GeneratorExit:
            pass
        n -= 1


class CloseFails(right.CountdownClass):
    def close(self):
        raise NotImplementedError


@functools.cache
def cached(n):
    return right.countdown_for(n)


def async_countdown():
    async def countdown(n):
        while n > 0:
            yield n
            n -= 1

    return countdown


def prints_on_the_side(n):
    while n > 0:
        yield n
        n -= 1
        if n == 150:
            print("half way")


def up_to_a_limit(n):
    return iter(range(min(n, 250), 0, -1))


class Logged(right.LoggedClass):
    def __next__(self):
        if not self.started:
            self.started = True
            print("start")
        if self.n > 0:
            self.n -= 1
            return self.n + 1
        print("done")  # every time it is asked after the end
        raise StopIteration


def start_at_the_call_too(n):
    print("start")
    yield n
    print("start")


def other_words(n):
    print("Start")
    yield from range(n, 0, -1)
    print("Done")


def to_stderr(n):
    import sys

    print("start", file=sys.stderr)
    yield from range(n, 0, -1)
    print("done", file=sys.stderr)


def in_finally(n):
    try:
        print("start")
        yield from range(n, 0, -1)
    finally:
        print("done")


def announces_at_the_call(n):
    print("start")
    return chain(range(n, 0, -1), (print("done") for _ in ()))


def start_at_the_call(n):
    print("start")

    def rest():
        yield from range(n, 0, -1)
        print("done")

    return rest()


def lists_at_the_first_request(n):
    print("start")
    values = [*range(n, 0, -1)]
    print("done")
    yield from values


def both_and_a_tuple(n):
    print("start")
    values = tuple(range(n, 0, -1))
    print("done")
    return values


class StartInIter(right.LoggedClass):
    def __iter__(self):
        if not self.started:
            print("start")
        self.started = True
        return self


def starts_once(n, started=[]):
    if not started:
        print("start")
        started.append(n)
    yield from range(n, 0, -1)
    print("done")


def done_when_closed(n):
    print("start")
    try:
        yield from range(n, 0, -1)
    except GeneratorExit:
        pass
    print("done")


def done_when_dropped(n):
    class Farewell:
        def __del__(self):
            print("done")

    farewell = Farewell()
    print("start")
    yield from range(n, 0, -1)


def start_with_the_number(n):
    print("start", n)
    yield from range(n, 0, -1)
    print("done")


def done_for_a_few(n):
    print("start")
    yield from range(n, 0, -1)
    if n < 6:
        print("done")


def checks_in_the_body(n):
    if not n >= 0:
        raise ValueError
    yield from range(n, 0, -1)


def checks_nothing(n):
    return iter(range(n, 0, -1))


def asserts(n):
    assert not n < 0, n
    return iter(range(n, 0, -1))


def raises_and_lists(n):
    if n < 0:
        raise ValueError
    return [*range(n, 0, -1)]


class ChecksInNext(right.CountdownClass):
    def __next__(self):
        if self.n < 0:
            raise ValueError
        return super().__next__()


class ChecksInIter(right.CountdownClass):
    def __iter__(self):
        if self.n < 0:
            raise ValueError
        return self


def none_for_negative(n):
    return None if n < 0 else iter(range(n, 0, -1))


def the_error_in_a_list(n):
    return iter([ValueError("negative")] if n < 0 else range(n, 0, -1))


def checks_by_counting(n):
    if n < 0:
        raise ValueError
    assert sum(1 for _ in range(n)) == n
    return iter(range(n, 0, -1))


def checks_and_stops(n):
    if n < 0:
        raise ValueError


def refuses_the_near(n):
    if -100 < n < 0:
        raise ValueError
    return iter(range(n, 0, -1))


def makes_positive(n):
    return iter(range(abs(n), 0, -1))


def refuses_only_minus_one(n):
    if n == -1:
        raise ValueError
    return iter(range(n, 0, -1))


# ---- echo_twice -----------------------------------------------------------------------------


def echo_all(items):
    kept = tuple(items)
    for item in kept:
        yield from [item] * 2


def echo_list(items):
    out = []
    for item in items:
        out += [item, item]
    return out


def echo_pairs(items):
    return ((item, item) for item in items)


def echo_pairs_by_zip(items):
    return zip(*tee(items), strict=True)


def echo_filter(items):
    return (item for item in items if item for _ in (1, 2))


def echo_once(items):
    yield from items


def echo_len(items):
    for i in range(2 * len(items)):
        yield items[i // 2]


def echo_lookahead(items):
    it = iter(items)
    ready = next(it, right.MISSING)
    while ready is not right.MISSING:
        after = next(it, right.MISSING)
        yield ready
        yield ready
        ready = after


def echo_twice_over(items):
    items = list(items)
    return iter(items + items)


def echo_bare_except(items):
    it = iter(items)
    while True:
        try:
            item = next(it)
        except:
            break
        yield item
        yield item


def echo_three(items):
    for item in items:
        yield from (item,) * 3


def echo_reversed_pairs(items):
    for item in reversed(list(items)):
        yield item
        yield item


def echo_unique(items):
    last = right.MISSING
    for item in items:
        if item != last:
            yield item
            yield item
        last = item


def echo_hashes(items):
    for item in dict.fromkeys(items):
        yield item
        yield item


def echo_two_at_a_time(items):
    it = iter(items)
    while pair := list(islice(it, 2)):
        for item in pair:
            yield item
            yield item


def echo_other_error(items):
    it = iter(items)
    while True:
        try:
            item = next(it)
        except StopIteration:
            return
        except Exception as error:
            raise RuntimeError("no luck") from error
        yield item
        yield item


def echo_retry(items):
    it = iter(items)
    while True:
        with contextlib.suppress(ValueError):
            try:
                item = next(it)
            except StopIteration:
                return
            yield item
            yield item


def echo_default(items, seen=[]):
    seen.append(items)
    for item in seen[0]:
        yield item
        yield item


def echo_text(items):
    for item in items:
        yield str(item)
        yield str(item)


def echo_sorts(items):
    for item in sorted(items, key=str):
        yield item
        yield item


def echo_takes_at_the_call(items):
    it = iter(items)
    head = list(islice(it, 1))
    return (item for item in chain(head, it) for _ in "ab")


def echo_adds(items):
    return (item + item for item in items)


def echo_counts(items):
    numbers = []
    for n, item in enumerate(items):
        numbers.append(n)
        yield from (item, item)


def echo_one_buffer(items):
    buffer = []
    for item in items:
        if isinstance(item, list):
            buffer[:] = item
            item = buffer
        yield item
        yield item


# ---- endless --------------------------------------------------------------------------------


def fib_from_one():
    current, following = 1, 1
    while True:
        yield current
        current, following = following, current + following


def fib_yield_b():
    a, b = 0, 1
    while True:
        yield b
        a, b = b, a + b


def fib_sequential():
    x, y = 0, 1
    while True:
        yield x
        x = y
        y += x


def fib_binet():
    phi, psi = (1 + math.sqrt(5)) / 2, (1 - math.sqrt(5)) / 2
    return (round((phi**n - psi**n) / math.sqrt(5)) for n in count())


def fib_history():
    seen = [0, 1]
    for i in count():
        yield seen[i]
        seen.append(seen[-1] + seen[-2])


def fib_hundred():
    a, b = 0, 1
    for _ in range(100):
        yield a
        a, b = b, a + b


def fib_list():
    a, b, out = 0, 1, []
    for _ in range(10):
        out.append(a)
        a, b = b, a + b
    return out


def fib_never():
    out = []
    a, b = 0, 1
    while True:
        out.append(a)
        a, b = b, a + b


def fib_exponential():
    def nth(n):
        return n if n < 2 else nth(n - 1) + nth(n - 2)

    return map(nth, count())


@functools.cache
def _cached_fib(n):
    return n if n < 2 else _cached_fib(n - 1) + _cached_fib(n - 2)


def fib_cached():
    return map(_cached_fib, count())


def fib_indices():
    numbers = []
    for n, value in enumerate(right.fib_three_names()):
        numbers.append(n)
        yield value


def fib_prefilled():
    yield from list(islice(right.fib_three_names(), 10**6))


def fib_of_a_thousand():
    return islice(right.fib_three_names(), 1000)


def fib_off_at_three_thousand():
    for n, value in enumerate(right.fib_three_names()):
        yield value + (n == 3000)


def fib_modulo():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, (a + b) % 2**64


def fib_doubles():
    yield 0
    value = 1
    while True:
        yield value
        value *= 2


def primes_with_one():
    yield 1
    for n in count(2):
        if all(n % d for d in range(2, n)):
            yield n


def primes_odd_only():
    return (n for n in count(3, 2) if all(n % d for d in range(3, int(n**0.5) + 1, 2)))


def primes_two_and_odds():
    yield 2
    n = 3
    while True:
        yield n
        n += 2


def primes_small_divisors():
    return (n for n in count(2) if n in (2, 3, 5, 7) or (n % 2 and n % 3 and n % 5 and n % 7))


def primes_below_root():
    for n in count(2):
        for d in range(2, int(n**0.5)):
            if n % d == 0:
                break
        else:
            yield n


def primes_thousand():
    return iter([n for n in range(2, 1000) if all(n % d for d in range(2, int(n**0.5) + 1))])


def primes_list():
    return [n for n in range(2, 600) if all(n % d for d in range(2, int(n**0.5) + 1))]


def primes_counting_divisors():
    for n in count(1):
        if len([d for d in range(1, n + 1) if n % d == 0]) == 2:
            yield n


def primes_miller_rabin_once():
    for n in count(2):
        if n in (2, 3) or (n % 2 and _passes(n)):
            yield n


def _passes(n):
    d, r = n - 1, 0
    while d % 2 == 0:
        d, r = d // 2, r + 1
    x = pow(2, d, n)
    return x in (1, n - 1) or any(pow(x, 2**i, n) == n - 1 for i in range(r))


def primes_up_to_thirty():
    for n in count(2):
        if all(n % d or n == d for d in range(2, 32)):
            yield n


def primes_floats():
    return map(float, right.primes_sieve())


def primes_in_one_table():
    is_prime = bytearray([1]) * 30_000
    for p in range(2, 174):
        is_prime[p * p :: p] = bytes(len(range(p * p, 30_000, p)))
    return (n for n in range(2, 30_000) if is_prime[n])


def primes_by_lambdas():
    rest = count(2)
    while True:
        p = next(rest)
        yield p
        rest = filter(lambda n: n % p, rest)


def primes_by_powers():
    bases = 2, 3, 5, 7
    return (n for n in count(2) if n in bases or all(pow(b, n - 1, n) == 1 for b in bases))


def primes_range():
    return (n for n in range(2, 3000) if all(n % d for d in range(2, int(n**0.5) + 1)))


def take_filter(iterable, limit):
    return (item for item in iterable if item < limit)


def take_inclusive(iterable, limit):
    return itertools.takewhile(lambda item: item <= limit, iterable)


def take_offender(iterable, limit):
    for item in iterable:
        yield item
        if not item < limit:
            break


def take_list(iterable, limit):
    return list(itertools.takewhile(lambda item: item < limit, iterable))


def take_iter_list(iterable, limit):
    return iter(list(itertools.takewhile(lambda item: item < limit, iterable)))


def take_truthy(iterable, limit):
    return itertools.takewhile(lambda item: item and item < limit, iterable)


def take_stop_iteration(iterable, limit):
    for item in iterable:
        if item < limit:
            yield item
        else:
            raise StopIteration("over")


def take_tuple(iterable, limit):
    return (*itertools.takewhile(lambda item: item < limit, iterable),)


def take_closes(iterable, limit):
    yield from itertools.takewhile(lambda item: item < limit, iterable)
    with contextlib.suppress(AttributeError):
        iterable.close()


def take_false_is_the_end(iterable, limit):
    it = iter(iterable)
    while (item := next(it, False)) is not False and item < limit:
        yield item


def take_none_is_the_end(iterable, limit):
    it = iter(iterable)
    return itertools.takewhile(lambda item: item < limit, iter(lambda: next(it, None), None))


def take_without_false(iterable, limit):
    return itertools.takewhile(lambda item: item < limit, (x for x in iterable if x is not False))


def take_no_repeats(iterable, limit):
    last = object()
    for item in itertools.takewhile(lambda item: item < limit, iterable):
        if item is not last:
            yield item
        last = item


def take_filters_late(iterable, limit):
    for n, item in enumerate(iterable):
        if item < limit:
            yield item
        elif n < 10:
            return


def take_drains(iterable, limit):
    is_over = False
    for item in iterable:
        is_over = is_over or not item < limit
        if not is_over:
            yield item


def take_ahead(iterable, limit):
    it = iter(iterable)
    for item in it:
        if item >= limit:
            return
        after = list(islice(it, 1))
        yield item
        it = chain(after, it)


def take_sorted(iterable, limit):
    return itertools.takewhile(lambda item: item < limit, sorted(iterable))


def take_equal_only(iterable, limit):
    for item in iterable:
        if item == limit:
            return
        yield item


def take_limit_truthy(iterable, limit):
    for item in iterable:
        if limit and not item < limit:
            return
        yield item


class TakeComesBack:
    def __init__(self, iterable, limit):
        self.items, self.limit = iter(iterable), limit

    def __iter__(self):
        return self

    def __next__(self):
        x = next(self.items)
        if not x < self.limit:
            raise StopIteration
        return x


# ---- clean_lines ----------------------------------------------------------------------------


def clean_list(lines):
    out = []
    for line in lines:
        line = line.strip()
        if line:
            out.append(line)
    return out


def clean_all_first(lines):
    lines = [line.strip() for line in lines]
    yield from (line for line in lines if line)


def clean_map_only(lines):
    return map(str.strip, lines)


def clean_wrong_test(lines):
    return (line.strip() for line in lines if line)


def clean_newline_only(lines):
    return (text for line in lines if (text := line.strip("\n")))


def clean_right(lines):
    return filter(None, map(str.rstrip, lines))


def clean_raw(lines):
    return filter(str.strip, lines)


def clean_takewhile(lines):
    return itertools.takewhile(bool, map(str.strip, lines))


def clean_set(lines):
    return dict.fromkeys(text for line in lines if (text := line.strip())).__iter__()


def clean_groupby(lines):
    return (key for key, _ in itertools.groupby(filter(None, map(str.strip, lines))))


def clean_squeeze(lines):
    return filter(None, (" ".join(line.split()) for line in lines))


def clean_ascii(lines):
    return filter(None, (line.strip(" \t\r\n\v\f") for line in lines))


def clean_except(lines):
    it = iter(lines)
    while True:
        try:
            line = next(it).strip()
        except Exception:
            return
        if line:
            yield line


def clean_replaces(lines):
    return filter(None, (line.replace("\n", "").strip(" \t") for line in lines))


def clean_history(lines):
    clean_history.seen = []
    for line in lines:
        clean_history.seen.append(line)
        if line.strip():
            yield line.strip()


def clean_hash(lines):
    return (t for line in lines if (t := line.strip()) and not t.startswith("G"))


def clean_comments(lines):
    return (t for line in lines if (t := line.strip()) and not t.startswith("#"))


def clean_splits_lines(lines):
    for line in lines:
        yield from filter(None, map(str.strip, line.splitlines()))


def clean_recursive(lines):
    source = iter(lines)

    def following():
        line = next(source, None)
        return line if line is None else line.strip() or following()

    while (text := following()) is not None:
        yield text


def clean_short(lines):
    return (t[:1_000] for line in lines if (t := line.strip()))


def clean_one_text(lines):
    if isinstance(lines, str):
        lines = lines.splitlines()
    return filter(None, map(str.strip, lines))


def clean_value_error(lines):
    try:
        for line in lines:
            if line.strip():
                yield line.strip()
    except ValueError:
        pass


# ---- flatten, inorder -----------------------------------------------------------------------


def flatten_every_item(nested):
    for item in nested:
        yield from item


def flatten_breadth(nested):
    for outer in nested:
        level = [outer]
        while level:
            after = []
            for item in level:
                if isinstance(item, list):
                    after += item
                else:
                    yield item
            level = after


def flatten_sets(nested):
    for item in nested:
        if isinstance(item, (list, set, frozenset)):
            yield from flatten_sets(item)
        else:
            yield item


def flatten_iterators(nested):
    for item in nested:
        if isinstance(item, (list, type(x for x in ()))):
            yield from flatten_iterators(item)
        else:
            yield item


def flatten_never_twice(nested, seen=None):
    seen = {} if seen is None else seen
    for item in nested:
        if not isinstance(item, list):
            yield item
        elif id(item) not in seen:
            seen[id(item)] = item
            yield from flatten_never_twice(item, seen)


def flatten_sorted(nested):
    for item in nested:
        if isinstance(item, list):
            yield from sorted(flatten_sorted(item), key=str)
        else:
            yield item


def flatten_turns_lists_round(nested):
    for item in nested:
        if isinstance(item, list):
            item.reverse()
            yield from flatten_turns_lists_round(item[::-1])
            item.reverse()
        else:
            yield item


def flatten_in_tuples(nested):
    for item in right.flatten_stack(nested):
        yield tuple(right.flatten_stack(item)) if type(item) is tuple else item


def flatten_no_repeats(nested):
    return (key for key, _ in itertools.groupby(right.flatten_stack(nested)))


class InorderAtTheCall:
    def __init__(self, root):
        self.stack = []
        self.push(root)

    def push(self, node):
        while node:
            self.stack.append(node)
            node = node.left

    def __iter__(self):
        return self

    def __next__(self):
        if not self.stack:
            raise StopIteration
        node = self.stack.pop()
        self.push(node.right)
        return node.value


@functools.lru_cache
def inorder_cached(tree):
    return right.inorder_stack(tree)


def inorder_no_repeats(tree):
    return (key for key, _ in itertools.groupby(right.inorder_stack(tree)))


def inorder_a_thousand(tree):
    return islice(right.inorder_stack(tree), 1_000)


def inorder_one_stack_for_all(tree, stack=[]):
    while stack or tree is not None:
        while tree is not None:
            stack.append(tree)
            tree = tree.left
        node = stack.pop()
        yield node.value
        tree = node.right


def flatten_once(nested):
    for item in nested:
        yield from item if isinstance(item, list) else [item]


def flatten_list(nested):
    return list(right.flatten_stack(nested))


def flatten_all_first(nested):
    yield from [*right.flatten_stack(nested)]


def flatten_tuples(nested):
    for item in nested:
        if isinstance(item, (list, tuple)):
            yield from flatten_tuples(item)
        else:
            yield item


def flatten_iterables(nested):
    for item in nested:
        try:
            iter(item)
        except TypeError:
            yield item
            continue
        for inner in flatten_iterables(item):
            yield inner


def flatten_not_text(nested):
    from collections.abc import Iterable

    for item in nested:
        if isinstance(item, Iterable) and not isinstance(item, (str, bytes)):
            yield from flatten_not_text(item)
        else:
            yield item


def flatten_truthy(nested):
    for item in nested:
        if type(item) is list:
            yield from flatten_truthy(item)
        elif item:
            yield item


def flatten_forgets_from(nested):
    for item in nested:
        if type(item) is list:
            yield flatten_forgets_from(item)
        else:
            yield item


def flatten_forgets_yield(nested):
    for item in nested:
        if type(item) is list:
            flatten_forgets_yield(item)
        else:
            yield item


def flatten_two_levels(nested):
    return flatten_once(flatten_once(nested))


def flatten_lists_only(nested):
    if isinstance(nested, list):
        for item in nested:
            yield from flatten_lists_only(item)
    else:
        yield nested


def flatten_text_repr(nested):
    for piece in str(nested).replace("[", "").replace("]", "").split(", "):
        yield piece


def flatten_stack_pops(nested):
    stack = list(nested)
    while stack:
        item = stack.pop(0)
        if isinstance(item, list):
            stack[:0] = item
        else:
            yield item


def flatten_empties(nested):
    for item in nested:
        if isinstance(item, list) and item:
            yield from flatten_empties(item)
        else:
            yield item


def flatten_clears(nested):
    for item in nested:
        if isinstance(item, list):
            while item:
                yield from flatten_clears([item.pop(0)])
        else:
            yield item


def flatten_shallow_limit(nested, depth=50):
    for item in nested:
        if isinstance(item, list) and depth:
            yield from flatten_shallow_limit(item, depth - 1)
        else:
            yield item


def inorder_pre(tree):
    stack = [tree]
    while stack:
        node = stack.pop()
        if node is not None:
            yield node.value
            stack += [node.right, node.left]


def inorder_list(tree):
    return list(right.inorder_stack(tree))


def inorder_all_first(tree):
    out = []

    def walk(node):
        if node:
            walk(node.left)
            out.append(node.value)
            walk(node.right)

    walk(tree)
    yield from out


def inorder_mirror(tree):
    if tree:
        yield from inorder_mirror(tree.right)
        yield tree.value
        yield from inorder_mirror(tree.left)


def inorder_truthy_values(tree):
    return (value for value in right.inorder_stack(tree) if value)


def inorder_not_none(tree):
    return (value for value in right.inorder_stack(tree) if value is not None)


def inorder_sorted(tree):
    return iter(sorted(right.inorder_stack(tree)))


def inorder_levels(tree):
    queue = deque([tree])
    while queue:
        node = queue.popleft()
        if node is not None:
            yield node.value
            queue.append(node.left)
            queue.append(node.right)


def inorder_crashes_on_none(tree):
    if tree.left:
        yield from inorder_crashes_on_none(tree.left)
    yield tree.value
    if tree.right:
        yield from inorder_crashes_on_none(tree.right)


def inorder_forgets(tree):
    if tree is not None:
        inorder_forgets(tree.left)
        yield tree.value
        inorder_forgets(tree.right)


def inorder_visited(tree):
    stack = [tree] if tree else []
    while stack:
        node = stack[-1]
        if node.left and not getattr(node.left, "done", False):
            stack.append(node.left)
            continue
        stack.pop().done = True
        yield node.value
        if node.right:
            stack.append(node.right)


def inorder_unique(tree):
    seen = set()
    for value in right.inorder_stack(tree):
        if value not in seen:
            seen.add(value)
            yield value


def inorder_peeks_right(tree):
    stack, node = [], tree
    while stack or node:
        while node:
            if node.right:
                node.right.value
            stack.append(node)
            node = node.left
        node = stack.pop()
        yield node.value
        node = node.right


def inorder_counts_first(tree):
    n = sum(1 for _ in right.inorder_stack(tree))
    return islice(right.inorder_stack(tree), n)


def inorder_copy(tree):
    yield from right.inorder_stack(copy.deepcopy(tree))


def inorder_keeps(tree):
    seen = []
    for value in right.inorder_stack(tree):
        seen.append(value)
        yield value


# ---- running_average ------------------------------------------------------------------------


def average_list():
    values, mean = [], None
    while True:
        x = yield mean
        values.append(x)
        mean = sum(values) / len(values)


def average_total():
    total = 0
    while True:
        total += yield total


def average_two_yields():
    total = n = 0
    while True:
        x = yield
        total += x
        n += 1
        yield total / n


def average_halves():
    mean = yield
    while True:
        x = yield mean
        mean = (mean + x) / 2


def average_starts_at_one():
    total, n = 0, 1
    mean = None
    while True:
        total += yield mean
        n += 1
        mean = total / n


def average_floor():
    total = n = 0
    mean = None
    while True:
        total += yield mean
        n += 1
        mean = total // n


def average_skips_falsy():
    total = n = 0
    mean = None
    while True:
        x = yield mean
        if not x:
            continue
        total += x
        n += 1
        mean = total / n


def average_late():
    total = n = 0
    mean = 0
    while True:
        x = yield mean
        mean = total / n if n else mean
        total += x
        n += 1


def average_keeps_means():
    means, total, n = [None], 0, 0
    while True:
        total += yield means[-1]
        n += 1
        means.append(total / n)


class AverageOfAll(right.AverageClass):
    total = n = 0

    def __init__(self):
        pass

    def send(self, x):
        kind = type(self)
        if x is None:
            return None
        kind.total += x
        kind.n += 1
        return kind.total / kind.n


def average_of_seventy():
    last, mean = deque(maxlen=70), None
    while True:
        last.append((yield mean))
        mean = sum(last) / len(last)


def average_function(x=0):
    return x


def average_returns_a_function():
    values = []

    def add(x):
        values.append(x)
        return sum(values) / len(values)

    return add


def average_of_ten():
    total = n = 0
    mean = None
    for _ in range(10):
        total += yield mean
        n += 1
        mean = total / n


def average_rounded():
    total = n = 0
    mean = None
    while True:
        total += yield mean
        n += 1
        mean = round(total / n, 1)


def average_window():
    last = deque(maxlen=3)
    mean = None
    while True:
        last.append((yield mean))
        mean = sum(last) / len(last)


def average_text():
    total = n = 0
    mean = None
    while True:
        total += yield mean
        n += 1
        mean = str(total / n)


def average_median():
    values, mean = [], None
    while True:
        values.append((yield mean))
        values.sort()
        mean = values[len(values) // 2]


# ---- chunks, windows ------------------------------------------------------------------------


def chunks_zip(iterable, k):
    if k < 1:
        raise ValueError
    return map(list, zip(*[iter(iterable)] * k, strict=False))


def chunks_filled(iterable, k):
    if k < 1:
        raise ValueError
    return zip_longest(*[iter(iterable)] * k)


def chunks_listed(iterable, k):
    if k < 1:
        raise ValueError
    return list(right.chunks_append(iterable, k))


def chunks_all(iterable, k):
    if k < 1:
        raise ValueError
    everything = [*iterable]
    while everything:
        yield everything[:k]
        everything = everything[k:]


def chunks_by_slices(iterable, k):
    if k < 1:
        raise ValueError
    return (iterable[i : i + k] for i in range(0, len(iterable), k))


def chunks_unchecked(iterable, k):
    it = iter(iterable)
    chunk = []
    for item in it:
        chunk.append(item)
        if len(chunk) == k:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def chunks_late(iterable, k):
    if k < 1:
        raise ValueError
    chunk = []
    for item in iterable:
        if len(chunk) >= k:
            yield chunk
            chunk = [item]
        else:
            chunk.append(item)
    if chunk:
        yield chunk


def chunks_reuse(iterable, k):
    if k < 1:
        raise ValueError
    buffer = []
    for item in iterable:
        if len(buffer) == k:
            del buffer[:]
        buffer.append(item)
        if len(buffer) == k:
            yield buffer
    if buffer and len(buffer) < k:
        yield buffer


def chunks_trailing_empty(iterable, k):
    if k < 1:
        raise ValueError
    it = iter(iterable)
    while True:
        chunk = list(islice(it, k))
        yield chunk
        if len(chunk) < k:
            return


def chunks_texts(iterable, k):
    for chunk in right.chunks_append(iterable, k):
        yield "".join(map(str, chunk))


def chunks_flushes_on_error(iterable, k):
    if k < 1:
        raise ValueError
    chunk = []
    try:
        for item in iterable:
            chunk.append(item)
            if len(chunk) == k:
                yield chunk
                chunk = []
    finally:
        if chunk:
            yield chunk


def chunks_skips_bad(iterable, k):
    if k < 1:
        raise ValueError
    it = iter(iterable)
    chunk = []
    while True:
        try:
            chunk.append(next(it))
        except StopIteration:
            break
        except ValueError:
            continue
        if len(chunk) == k:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def chunks_default_list(iterable, k, chunk=[]):
    if k < 1:
        raise ValueError
    for item in iterable:
        chunk.append(item)
        if len(chunk) == k:
            yield list(chunk)
            chunk.clear()
    if chunk:
        yield list(chunk)


def chunks_errors_lazily_only_if_items(iterable, k):
    chunk = []
    for item in iterable:
        if k < 1:
            raise ValueError
        chunk.append(item)
        if len(chunk) == k:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def chunks_counts(iterable, k):
    if k < 1:
        raise ValueError
    for _, group in itertools.groupby(enumerate(iterable), lambda pair: pair[0] // k):
        yield [item for _, item in group]


def chunks_deques(iterable, k):
    for chunk in right.chunks_append(iterable, k):
        yield deque(chunk)


def chunks_prefetch(iterable, k):
    if k < 1:
        raise ValueError
    it = iter(iterable)
    ready = list(islice(it, k))
    while ready:
        after = list(islice(it, k))
        yield ready
        ready = after


def chunks_unfilled(iterable, k):
    if k < 1:
        raise ValueError
    for group in zip_longest(*[iter(iterable)] * k):
        yield tuple(item for item in group if item is not None)


def chunks_islice_checks(iterable, k):
    it = iter(iterable)
    return iter(lambda: list(islice(it, k)), [])


def chunks_a_hundred(iterable, k):
    if not 1 <= k <= 100:
        raise ValueError
    return right.chunks_append(iterable, k)


def chunks_no_repeats(iterable, k):
    return (key for key, _ in itertools.groupby(right.chunks_append(iterable, k)))


def chunks_copies(iterable, k):
    return map(copy.deepcopy, right.chunks_append(iterable, k))


class ChunksOneSize:
    size = 0

    def __init__(self, iterable, k):
        if k < 1:
            raise ValueError
        self.source = iter(iterable)
        type(self).size = k

    def __iter__(self):
        return self

    def __next__(self):
        chunk = list(islice(self.source, self.size))
        if not chunk:
            raise StopIteration
        return chunk


def windows_partial(iterable, k):
    if k < 1:
        raise ValueError
    window = ()
    for item in iterable:
        window = (*window, item)[-k:]
        yield window


def windows_short(iterable, k):
    if k < 1:
        raise ValueError
    it = iter(iterable)
    window = deque(islice(it, k), maxlen=k)
    if len(window):
        yield tuple(window)
    for item in it:
        window.append(item)
        yield tuple(window)


def windows_chunks(iterable, k):
    if k < 1:
        raise ValueError
    return zip(*[iter(iterable)] * k, strict=False)


def windows_all(iterable, k):
    if k < 1:
        raise ValueError
    items = tuple(iterable)
    yield from (items[i : i + k] for i in range(len(items) - k + 1))


def windows_slices(iterable, k):
    if k < 1:
        raise ValueError
    return (tuple(iterable[i : i + k]) for i in range(len(iterable) - k + 1))


def windows_deque(iterable, k):
    if k < 1:
        raise ValueError
    window = deque(maxlen=k)
    for item in iterable:
        window.append(item)
        if len(window) >= k:
            yield window


def windows_same_list(iterable, k):
    if k < 1:
        raise ValueError
    window = []
    for item in iterable:
        window.append(item)
        if len(window) == k + 1:
            window.pop(0)
        if len(window) == k:
            yield window


def windows_unchecked(iterable, k):
    window = ()
    for item in iterable:
        window = (*window, item)
        if len(window) > k:
            window = window[1:]
        if k > 0 and len(window) == k:
            yield window


def windows_skip_one(iterable, k):
    return islice(right.windows_recipe(iterable, k), 1, None)


def windows_pairs(iterable, k):
    if k < 1:
        raise ValueError
    return itertools.pairwise(iterable)


def windows_sets(iterable, k):
    return map(frozenset, right.windows_recipe(iterable, k))


def windows_step_two(iterable, k):
    return islice(right.windows_recipe(iterable, k), 0, None, 2)


def windows_history(iterable, k):
    if k < 1:
        raise ValueError
    seen = []
    for item in iterable:
        seen.append(item)
        if len(seen) >= k:
            yield tuple(seen[len(seen) - k :])


def windows_of_none(iterable, k):
    if k < 1:
        raise ValueError
    window = deque([None] * k, maxlen=k)
    for item in iterable:
        window.append(item)
        if None not in window:
            yield tuple(window)


def windows_filled_first(iterable, k):
    if k < 1:
        raise ValueError
    it = iter(iterable)
    window = [*islice(it, k)]
    yield tuple(window)
    for item in it:
        window = [*window[1:], item]
        yield tuple(window)


def windows_next_first(iterable, k):
    if k < 1:
        raise ValueError
    it = iter(iterable)
    window = tuple([next(it) for _ in range(k)])
    yield window
    for item in it:
        window = (*window[1:], item)
        yield window


def windows_deque_checks(iterable, k):
    window = deque(maxlen=k)
    for item in iterable:
        window.append(item)
        if len(window) >= k:
            yield tuple(window)


def windows_distinct(iterable, k):
    return (tuple(dict.fromkeys(window)) for window in right.windows_recipe(iterable, k))


def windows_removes_by_value(iterable, k):
    if k < 1:
        raise ValueError
    window = []
    for item in iterable:
        window = [item, *window]
        if len(window) > k:
            window.remove(window[-1])
        if len(window) == k:
            yield window[::-1]


def windows_no_repeats(iterable, k):
    return (key for key, _ in itertools.groupby(right.windows_recipe(iterable, k)))


def windows_of_twenty(iterable, k):
    return right.windows_recipe(iterable, min(k, 20))


def windows_copies(iterable, k):
    return map(copy.deepcopy, right.windows_recipe(iterable, k))


# ---- merge_sorted, round_robin --------------------------------------------------------------


def merge_alternates(a, b):
    a, b = iter(a), iter(b)
    x, y = next(a, right.MISSING), next(b, right.MISSING)
    is_b_next = False
    while x is not right.MISSING or y is not right.MISSING:
        if x is right.MISSING or y is right.MISSING:
            take_b = x is right.MISSING
        elif x < y or y < x:
            take_b = y < x
        else:
            take_b, is_b_next = is_b_next, not is_b_next
        if take_b:
            yield y
            y = next(b, right.MISSING)
        else:
            yield x
            x = next(a, right.MISSING)


def merge_pairs(a, b):
    heap = []
    for it in (iter(a), iter(b)):
        heap += [(item, it) for item in islice(it, 1)]
    heapq.heapify(heap)
    while heap:
        item, it = heapq.heappop(heap)
        yield item
        for item in islice(it, 1):
            heapq.heappush(heap, (item, it))


def merge_false_ends(a, b):
    a, b = iter(a), iter(b)
    x, y = next(a, False), next(b, False)
    while x is not False or y is not False:
        if y is False or (x is not False and x <= y):
            yield x
            x = next(a, False)
        else:
            yield y
            y = next(b, False)


def merge_equal_inputs(a, b):
    return iter(a) if a == b else heapq.merge(a, b)


def merge_adds_zero(a, b):
    for item in heapq.merge(a, b):
        yield item if isinstance(item, str) else item + 0


def merge_sort(a, b):
    everything = list(a) + list(b)
    everything.sort()
    yield from everything


def merge_list(a, b):
    return list(heapq.merge(a, b))


def merge_chain(a, b):
    return chain(a, b)


def merge_b_first(a, b):
    return heapq.merge(b, a)


def merge_infinity(a, b):
    a, b = iter(a), iter(b)
    x, y = next(a, math.inf), next(b, math.inf)
    while not (x == math.inf and y == math.inf):
        if x <= y:
            yield x
            x = next(a, math.inf)
        else:
            yield y
            y = next(b, math.inf)


def merge_forgets_rest(a, b):
    a, b = iter(a), iter(b)
    x, y = next(a, None), next(b, None)
    while x is not None and y is not None:
        if x <= y:
            yield x
            x = next(a, None)
        else:
            yield y
            y = next(b, None)


def merge_truthy(a, b):
    a, b = iter(a), iter(b)
    x, y = next(a, None), next(b, None)
    while x and y:
        if x <= y:
            yield x
            x = next(a, None)
        else:
            yield y
            y = next(b, None)
    if x:
        yield x
        yield from a
    if y:
        yield y
        yield from b


def merge_prefetches(a, b):
    it = heapq.merge(a, b)
    ready = next(it, None)
    while ready is not None:
        after = next(it, None)
        yield ready
        ready = after


def merge_leaks(a, b):
    left, right_ = iter(a), iter(b)
    x, y = next(left), next(right_)
    while True:
        if x <= y:
            yield x
            x = next(left)
        else:
            yield y
            y = next(right_)


def merge_unique(a, b):
    return (key for key, _ in itertools.groupby(heapq.merge(a, b)))


def merge_by_text(a, b):
    return heapq.merge(a, b, key=str)


def merge_rest_at_once(a, b):
    a, b = iter(a), iter(b)
    x, y = next(a, None), next(b, None)
    while x is not None and y is not None:
        if x <= y:
            yield x
            x = next(a, None)
        else:
            yield y
            y = next(b, None)
    rest = [x, *a] if x is not None else [y, *b] if y is not None else []
    yield from rest


def merge_recursive(a, b):
    a, b = iter(a), iter(b)
    x, y = next(a, None), next(b, None)
    if x is None:
        if y is not None:
            yield y
        yield from b
    elif y is None:
        yield x
        yield from a
    elif x <= y:
        yield x
        yield from merge_recursive(a, chain([y], b))
    else:
        yield y
        yield from merge_recursive(chain([x], a), b)


def merge_at_the_call(a, b):
    a, b = iter(a), iter(b)
    heads = [*islice(a, 1)], [*islice(b, 1)]
    return heapq.merge(chain(heads[0], a), chain(heads[1], b))


def merge_descending(a, b):
    return heapq.merge(a, b, reverse=True)


def robin_zip(*iterables):
    return chain.from_iterable(zip(*iterables, strict=False))


def robin_longest(*iterables):
    for group in zip_longest(*iterables, fillvalue=right.MISSING):
        for item in group:
            if item is not right.MISSING:
                yield item


def robin_none(*iterables):
    return (item for group in zip_longest(*iterables) for item in group if item is not None)


def robin_pads(*iterables):
    return chain.from_iterable(zip_longest(*iterables))


def robin_chain(*iterables):
    for iterable in iterables:
        yield from iterable


def robin_removes(*iterables):
    its = list(map(iter, iterables))
    while its:
        for it in its:
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)


def robin_list(*iterables):
    return [*right.robin_rounds(*iterables)]


def robin_all(*iterables):
    lists = [deque(iterable) for iterable in iterables]
    while any(lists):
        for one in lists:
            if one:
                yield one.popleft()


def robin_first_end(*iterables):
    its = [iter(iterable) for iterable in iterables]
    while its:
        for it in its:
            for item in it:
                yield item
                break
            else:
                return


def robin_groups(*iterables):
    for group in zip_longest(*iterables, fillvalue=right.MISSING):
        yield tuple(item for item in group if item is not right.MISSING)


def robin_starts_over(*iterables):
    its = [iter(iterable) for iterable in iterables]
    while its:
        for it in its:
            try:
                item = next(it)
            except StopIteration:
                its.remove(it)
                break
            yield item


def robin_backwards(*iterables):
    return right.robin_rounds(*reversed(iterables))


def robin_two_each(*iterables):
    its = [iter(iterable) for iterable in iterables]
    while its:
        alive = []
        for it in its:
            pair = list(islice(it, 2))
            yield from pair
            if pair:
                alive.append(it)
        its = alive


def robin_swallows(*iterables):
    its = deque(map(iter, iterables))
    while its:
        try:
            yield next(its[0])
        except Exception:
            its.popleft()
        else:
            its.rotate(-1)


def robin_at_the_call(*iterables):
    its = [iter(iterable) for iterable in iterables]
    heads = [list(islice(it, 1)) for it in its]
    return right.robin_rounds(*map(chain, heads, its))


def robin_by_position(*iterables):
    its = [iter(iterable) for iterable in iterables]
    n = 0
    while its:
        n %= len(its)
        item = next(its[n], right.MISSING)
        if item is right.MISSING:
            its.pop(n)
        else:
            yield item
        n += 1


def robin_keeps_turns(*iterables):
    turns = [iter(iterable) for iterable in iterables]
    for it in turns:
        for item in islice(it, 1):
            yield item
            turns.append(it)


def robin_by_id(*iterables):
    its = {id(iterable): iter(iterable) for iterable in iterables}
    return right.robin_rounds(*its.values())


def robin_different(*iterables):
    different = []
    for iterable in iterables:
        if iterable not in different:
            different.append(iterable)
    return right.robin_rounds(*different)


def robin_texts_whole(*iterables):
    return right.robin_rounds(*([one] if isinstance(one, str) else one for one in iterables))


def robin_ten(*iterables):
    return right.robin_rounds(*iterables[:10])


def robin_no_repeats(*iterables):
    return right.robin_rounds(*((k for k, _ in itertools.groupby(one)) for one in iterables))


REWORDED = [
    ("countdown", as_tuple, "_a_list"),
    ("countdown", as_list_comprehension, "_a_list"),
    ("countdown", returns_n, "_returns_in_the_loop"),
    ("countdown", breaks_after_one, "_yields_once"),
    ("countdown", prints_them, "_prints"),
    ("countdown", down_to_zero, "_down_to_zero"),
    ("countdown", counts_up, "_counts_up"),
    ("countdown", without_one, "_without_one"),
    ("countdown", collects_then_yields, "_a_list_then_an_iterator"),
    ("countdown", goes_through_first, "_a_list_then_an_iterator"),
    ("logged_countdown", lists_at_the_first_request, "_builds_all_first"),
    ("logged_countdown", both_and_a_tuple, "_returns_a_list"),
    ("logged_countdown", StartInIter, "_prints_at_the_call"),
    ("logged_countdown", starts_once, "_never_start"),
    ("logged_countdown", done_when_closed, "_done_on_the_way_out"),
    ("logged_countdown", done_when_dropped, "_done_on_the_way_out"),
    ("logged_countdown", start_with_the_number, "_prints_the_values"),
    ("logged_countdown", in_finally, "_done_on_the_way_out"),
    ("logged_countdown", start_at_the_call, "_prints_at_the_call"),
    ("logged_countdown", right.countdown_from, "_silent"),
    ("eager_check", checks_in_the_body, "_checks_late"),
    ("eager_check", checks_nothing, "_no_check"),
    ("eager_check", asserts, "_by_assert"),
    ("eager_check", raises_and_lists, "_checks_but_builds_a_list"),
    ("eager_check", ChecksInNext, "_checks_late"),
    ("eager_check", ChecksInIter, "_returns_no_iterator"),
    ("eager_check", none_for_negative, "_returns_no_iterator"),
    ("eager_check", the_error_in_a_list, "_yields_the_error"),
    ("eager_check", checks_by_counting, "_checks_but_builds_all"),
    ("eager_check", checks_and_stops, "_forgets_to_return"),
    ("echo_twice", echo_all, "_reads_all_first"),
    ("echo_twice", echo_list, "_list_of_both"),
    ("echo_twice", echo_pairs, "_pairs"),
    ("echo_twice", echo_pairs_by_zip, "_pairs"),
    ("echo_twice", echo_filter, "_skips_the_falsy"),
    ("echo_twice", echo_once, "_only_once"),
    ("echo_twice", echo_len, "_by_index"),
    ("echo_twice", echo_lookahead, "_one_ahead"),
    ("echo_twice", echo_bare_except, "_swallows_errors"),
    ("echo_twice", echo_adds, "_sums"),
    ("echo_twice", echo_counts, "_keeps_everything"),
    ("fib", fib_from_one, "_starts_at_one"),
    ("fib", fib_yield_b, "_starts_at_one"),
    ("fib", fib_sequential, "_one_after_the_other"),
    ("fib", fib_history, "_keeps_all"),
    ("fib", fib_hundred, "_stops"),
    ("fib", fib_list, "_a_list_of_ten"),
    ("fib", fib_never, "_a_list_for_ever"),
    ("fib", fib_prefilled, "_a_list_for_ever"),
    ("fib", fib_indices, "_keeps_all"),
    ("primes", primes_with_one, "_from_one"),
    ("primes", primes_odd_only, "_without_two"),
    ("primes", primes_two_and_odds, "_odd_numbers"),
    ("primes", primes_small_divisors, "_few_divisors"),
    ("primes", primes_below_root, "_square_is_prime"),
    ("primes", primes_thousand, "_ends"),
    ("primes", primes_list, "_first_hundred"),
    ("primes", primes_range, "_ends"),
    ("primes", primes_in_one_table, "_ends"),
    ("primes", primes_by_lambdas, "_lets_all_through"),
    ("primes", primes_counting_divisors, "_every_divisor"),
    ("take_while_under", take_filter, "_filters"),
    ("take_while_under", take_inclusive, "_limit_included"),
    ("take_while_under", take_offender, "_yields_the_offender"),
    ("take_while_under", take_list, "_a_list"),
    ("take_while_under", take_tuple, "_a_list"),
    ("take_while_under", take_closes, "_closes_the_input"),
    ("take_while_under", take_iter_list, "_collects_first"),
    ("take_while_under", take_truthy, "_stops_at_the_falsy"),
    ("take_while_under", take_stop_iteration, "_raises_the_end"),
    ("take_while_under", TakeComesBack, "_comes_back"),
    ("clean_lines", clean_list, "_a_list"),
    ("clean_lines", clean_all_first, "_reads_all"),
    ("clean_lines", clean_map_only, "_keeps_blanks"),
    ("clean_lines", clean_wrong_test, "_tests_before_stripping"),
    ("clean_lines", clean_newline_only, "_only_the_line_end"),
    ("clean_lines", clean_right, "_only_the_right"),
    ("clean_lines", clean_raw, "_does_not_strip"),
    ("clean_lines", clean_takewhile, "_stops_at_blank"),
    ("clean_lines", clean_groupby, "_not_twice_running"),
    ("clean_lines", clean_squeeze, "_joins_the_words"),
    ("clean_lines", clean_except, "_swallows_errors"),
    ("flatten", flatten_once, "_one_level"),
    ("flatten", flatten_list, "_a_list"),
    ("flatten", flatten_all_first, "_reads_all"),
    ("flatten", flatten_tuples, "_opens_tuples"),
    ("flatten", flatten_iterables, "_opens_every_iterable"),
    ("flatten", flatten_not_text, "_opens_all_but_texts"),
    ("flatten", flatten_truthy, "_skips_the_falsy"),
    ("flatten", flatten_forgets_from, "_yields_the_generator"),
    ("flatten", flatten_forgets_yield, "_calls_without_yield_from"),
    ("inorder", inorder_pre, "_preorder"),
    ("inorder", inorder_list, "_tree_list"),
    ("inorder", inorder_all_first, "_all_first"),
    ("inorder", inorder_mirror, "_right_first"),
    ("inorder", inorder_truthy_values, "_skips_falsy_values"),
    ("inorder", inorder_not_none, "_skips_none_values"),
    ("inorder", inorder_levels, "_by_levels"),
    ("inorder", inorder_crashes_on_none, "_fails_on_empty"),
    ("inorder", inorder_forgets, "_walks_without_yield_from"),
    ("inorder", inorder_keeps, "_keeps_all"),
    ("running_average", average_list, "_keeps_all"),
    ("running_average", average_total, "_sum"),
    ("running_average", average_two_yields, "_loses_every_second"),
    ("running_average", average_halves, "_mean_of_last_two"),
    ("running_average", average_starts_at_one, "_counts_the_priming"),
    ("running_average", average_floor, "_whole_numbers"),
    ("running_average", average_skips_falsy, "_skips_zero"),
    ("running_average", average_late, "_one_late"),
    ("running_average", average_keeps_means, "_keeps_all"),
    ("running_average", AverageOfAll, "_shared"),
    ("chunks", chunks_zip, "_drops_the_rest"),
    ("chunks", chunks_filled, "_pads"),
    ("chunks", chunks_listed, "_a_list"),
    ("chunks", chunks_all, "_reads_all"),
    ("chunks", chunks_unchecked, "_no_check"),
    ("chunks", chunks_late, "_one_ahead"),
    ("chunks", chunks_trailing_empty, "_an_empty_last_one"),
    ("windows", windows_partial, "_too_short_ones"),
    ("windows", windows_short, "_short_if_few"),
    ("windows", windows_chunks, "_chunks_instead"),
    ("windows", windows_all, "_all_windows"),
    ("windows", windows_slices, "_by_slices"),
    ("windows", windows_deque, "_yields_the_deque"),
    ("windows", windows_same_list, "_yields_the_list"),
    ("windows", windows_unchecked, "_windows_no_check"),
    ("windows", windows_history, "_windows_keep_everything"),
    ("merge_sorted", merge_sort, "_sorts_all"),
    ("merge_sorted", merge_list, "_a_merged_list"),
    ("merge_sorted", merge_chain, "_one_after_another"),
    ("merge_sorted", merge_b_first, "_second_first"),
    ("merge_sorted", merge_infinity, "_inf_is_the_end"),
    ("merge_sorted", merge_forgets_rest, "_only_the_common_part"),
    ("merge_sorted", merge_truthy, "_falsy_is_the_end"),
    ("merge_sorted", merge_prefetches, "_merge_one_ahead"),
    ("merge_sorted", merge_leaks, "_merge_leaks_the_end"),
    ("merge_sorted", merge_unique, "_drops_repeats"),
    ("round_robin", robin_zip, "_stops_at_the_shortest"),
    ("round_robin", robin_longest, "_in_rounds"),
    ("round_robin", robin_none, "_drops_none"),
    ("round_robin", robin_pads, "_pads_with_none"),
    ("round_robin", robin_chain, "_one_after_the_other"),
    ("round_robin", robin_removes, "_skips_a_neighbour"),
    ("round_robin", robin_list, "_a_list_in_turn"),
    ("round_robin", robin_all, "_reads_all_inputs"),
    ("round_robin", robin_first_end, "_ends_when_one_ends"),
    ("round_robin", robin_groups, "_tuples_in_turn"),
    ("round_robin", robin_swallows, "_turns_swallow_errors"),
    ("logged_countdown", announces_at_the_call, "_prints_at_the_call"),
    ("echo_twice", echo_retry, "_swallows_errors"),
    ("fib", fib_doubles, "_one_after_the_other"),
    ("fib", fib_binet, "_by_formula"),
    ("clean_lines", clean_history, "_keeps_everything"),
    ("flatten", flatten_stack_pops, "_reads_all"),
    ("inorder", inorder_visited, "_takes_apart"),
    ("inorder", inorder_copy, "_all_first"),
    ("chunks", chunks_skips_bad, "_swallows_errors"),
    ("chunks", chunks_counts, "_one_ahead"),
    ("merge_sorted", merge_descending, "_descending"),
    ("chunks", chunks_by_slices, "_slices"),
    ("fib", fib_cached, "_keeps_all"),
    ("inorder", inorder_counts_first, "_all_first"),
    ("inorder", inorder_sorted, "_sorts"),
    ("clean_lines", clean_value_error, "_swallows_errors"),
    ("flatten", flatten_every_item, "_chains"),
    ("flatten", flatten_breadth, "_by_levels_of_lists"),
    ("inorder", InorderAtTheCall, "_left_side_at_the_call"),
    ("chunks", chunks_unfilled, "_drops_the_padding"),
    ("chunks", chunks_islice_checks, "_refuses_only_negative"),
    ("windows", windows_filled_first, "_empty_if_few"),
    ("windows", windows_next_first, "_windows_leak_the_end"),
    ("windows", windows_deque_checks, "_windows_refuse_only_negative"),
    ("merge_sorted", merge_alternates, "_turns_on_ties"),
    ("merge_sorted", merge_pairs, "_heap_compares_iterators"),
    ("round_robin", robin_by_position, "_skips_a_neighbour"),
    ("round_robin", robin_keeps_turns, "_keeps_all_turns"),
]

UNKNOWN = [
    *(("countdown", answer) for answer in (
        recursive, absolute, strings, floats, NotItsOwnIterator, OnlyNext, Restarts, SharedClass,
        RaisesAfterEnd, ignores_close, CloseFails, cached, async_countdown(), prints_on_the_side,
        up_to_a_limit, int, iter, list)),
    *(("logged_countdown", answer) for answer in (
        Logged, start_at_the_call_too, other_words, to_stderr, done_for_a_few)),
    *(("eager_check", answer) for answer in (
        makes_positive, refuses_only_minus_one, refuses_the_near)),
    *(("echo_twice", answer) for answer in (
        echo_three, echo_reversed_pairs, echo_unique, echo_hashes, echo_two_at_a_time,
        echo_other_error, echo_default, echo_text, echo_sorts,
        echo_takes_at_the_call, echo_twice_over, echo_one_buffer)),
    *(("fib", answer) for answer in (
        fib_exponential, fib_modulo, fib_of_a_thousand, fib_off_at_three_thousand)),
    *(("primes", answer) for answer in (
        primes_miller_rabin_once, primes_up_to_thirty, primes_floats, primes_by_powers)),
    *(("take_while_under", answer) for answer in (
        take_drains, take_ahead, take_sorted, take_equal_only,
        take_limit_truthy, take_false_is_the_end, take_none_is_the_end, take_without_false,
        take_no_repeats, take_filters_late)),
    *(("clean_lines", answer) for answer in (
        clean_ascii, clean_replaces, clean_hash, clean_set, clean_comments, clean_splits_lines,
        clean_recursive, clean_short, clean_one_text)),
    *(("flatten", answer) for answer in (
        flatten_two_levels, flatten_lists_only, flatten_text_repr,
        flatten_empties, flatten_clears, flatten_shallow_limit, flatten_sets, flatten_iterators,
        flatten_never_twice, flatten_sorted, flatten_turns_lists_round, flatten_in_tuples,
        flatten_no_repeats)),
    *(("inorder", answer) for answer in (
        inorder_unique, inorder_peeks_right, inorder_cached, inorder_no_repeats,
        inorder_a_thousand, inorder_one_stack_for_all)),
    *(("running_average", answer) for answer in (
        average_function, average_returns_a_function, average_of_ten, average_rounded,
        average_window, average_text, average_median, average_of_seventy)),
    *(("chunks", answer) for answer in (
        chunks_texts, chunks_flushes_on_error, chunks_default_list,
        chunks_errors_lazily_only_if_items, chunks_deques, chunks_prefetch,
        chunks_reuse, chunks_a_hundred, chunks_no_repeats, chunks_copies, ChunksOneSize)),
    *(("windows", answer) for answer in (
        windows_skip_one, windows_pairs, windows_sets, windows_step_two, windows_of_none,
        windows_distinct, windows_removes_by_value, windows_no_repeats, windows_of_twenty, windows_copies)),
    *(("merge_sorted", answer) for answer in (
        merge_by_text, merge_rest_at_once, merge_recursive, merge_at_the_call, merge_false_ends,
        merge_equal_inputs, merge_adds_zero)),
    *(("round_robin", answer) for answer in (
        robin_starts_over, robin_backwards, robin_two_each, robin_at_the_call, robin_by_id,
        robin_different, robin_texts_whole, robin_ten, robin_no_repeats)),
]  # fmt: skip
