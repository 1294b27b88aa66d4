"""Correct answers in as many styles as there are, by exercise: none may be rejected."""

import collections.abc
import functools
import heapq
import itertools
import operator
import re
import sys
from collections import deque
from fractions import Fraction
from itertools import chain, count, cycle, islice, takewhile, tee, zip_longest

MISSING = object()


class Iterator:
    """An iterator class in the usual shape; `_next` does the work."""

    def __iter__(self):
        return self

    def __next__(self):
        return self._next()


# ---- countdown and its relatives ------------------------------------------------------------


class CountdownClass:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


def countdown_for(n):
    for i in range(n, 0, -1):
        yield i


def countdown_from(n):
    yield from range(n, 0, -1)


def countdown_expression(n):
    return (i for i in range(n, 0, -1))


def countdown_iter(n):
    return iter(range(n, 0, -1))


def countdown_reversed(n):
    return reversed(range(1, n + 1))


def countdown_map(n):
    return map(lambda i: n - i, range(n))


def countdown_takewhile(n):
    return takewhile(lambda i: i > 0, count(n, -1))


def countdown_islice(n):
    return islice(count(n, -1), max(n, 0))


class Holder:
    def method(self, n):
        while n >= 1:
            yield n
            n = n - 1

    @staticmethod
    def static(n):
        yield from range(n, 0, -1)

    def __call__(self, n):
        return (n - i for i in range(n))


def countdown_with_default(n, step=1):
    while n > 0:
        yield n
        n -= step


def countdown_try(n):
    try:
        while n > 0:
            yield n
            n -= 1
    finally:
        pass


def countdown_forever_break(n):
    while True:
        if n < 1:
            return
        yield n
        n += -1


class CountdownGenerator(collections.abc.Generator):
    def __init__(self, n):
        self.n = n

    def send(self, value):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1

    def throw(self, kind, value=None, traceback=None):
        self.n = 0
        raise kind


def countdown_until(n):
    if n <= 0:
        return iter(())
    return iter(functools.partial(next, count(n, -1)), 0)


def countdown_deep_closure(n):
    def step():
        nonlocal n
        n -= 1
        return n + 1

    def walk():
        while n > 0:
            yield step()

    return walk()


class CountdownSlots:
    __slots__ = ("__weakref__", "n")

    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        n = self.n
        if n < 1:
            raise StopIteration("over")
        self.n = n - 1
        return n

    def close(self):
        self.n = 0

    def __bool__(self):
        return False

    def __len__(self):
        raise TypeError("no length")

    def __eq__(self, other):
        raise TypeError("not to be compared")

    __hash__ = None


COUNTDOWN = [
    CountdownGenerator, countdown_until, countdown_deep_closure, CountdownSlots,
    CountdownClass, countdown_for, countdown_from, countdown_expression, countdown_iter,
    countdown_reversed, countdown_map, countdown_takewhile, countdown_islice, Holder().method,
    Holder.static, Holder(), countdown_with_default, countdown_try, countdown_forever_break,
    functools.partial(countdown_with_default, step=1), lambda n: iter(range(n, 0, -1)),
]  # fmt: skip


class LoggedClass:
    def __init__(self, n):
        self.n = n
        self.started = self.ended = False

    def __iter__(self):
        return self

    def __next__(self):
        if not self.started:
            self.started = True
            print("start")
        if self.n > 0:
            self.n -= 1
            return self.n + 1
        if not self.ended:
            self.ended = True
            print("done")
        raise StopIteration


def logged_from(n):
    print("start")
    yield from range(n, 0, -1)
    print("done")


def logged_write(n):
    sys.stdout.write("start\n")
    for i in range(n, 0, -1):
        yield i
    sys.stdout.write("done\n")


def logged_else(n):
    print("start", flush=True)
    while n > 0:
        yield n
        n -= 1
    print("done", flush=True)


def logged_helper(n):
    def inner():
        print("start", file=sys.stdout)
        yield from countdown_for(n)
        print("done")

    return inner()


def logged_chain(n):
    def say(word):
        print(word)
        return
        yield

    return chain(say("start"), range(n, 0, -1), say("done"))


def logged_if_reached(n):
    is_over = False
    print("start")
    try:
        yield from range(n, 0, -1)
        is_over = True
    finally:
        if is_over:
            print("done")


LOGGED = [
    logged_if_reached,
    LoggedClass,
    logged_from,
    logged_write,
    logged_else,
    logged_helper,
    logged_chain,
]


class EagerClass(CountdownClass):
    def __init__(self, n):
        if n < 0:
            raise ValueError
        super().__init__(n)


class TooSmall(ValueError):
    pass


def eager_expression(n):
    if n < 0:
        raise ValueError("negative")
    return (i for i in range(n, 0, -1))


def eager_iter(n):
    if n < 0:
        raise TooSmall(n)
    return iter(range(n, 0, -1))


def eager_helper(n):
    if n >= 0:
        return countdown_for(n)
    raise ValueError(n)


def checked(function):
    @functools.wraps(function)
    def wrapper(n):
        if n < 0:
            raise ValueError("n < 0")
        return function(n)

    return wrapper


def eager_islice(n):
    return islice(count(n, -1), n)  # refuses a negative number itself, at the call


EAGER = [
    eager_islice,
    EagerClass,
    eager_expression,
    eager_iter,
    eager_helper,
    checked(countdown_for),
]


# ---- echo_twice -----------------------------------------------------------------------------


class EchoClass:
    def __init__(self, items):
        self.source = iter(items)
        self.again = False

    def __iter__(self):
        return self

    def __next__(self):
        if self.again:
            self.again = False
            return self.item
        self.item = next(self.source)
        self.again = True
        return self.item


def echo_from(items):
    for item in items:
        yield from (item, item)


def echo_expression(items):
    return (item for item in items for _ in range(2))


def echo_chain(items):
    return chain.from_iterable(map(lambda item: (item, item), items))


def echo_repeat(items):
    return chain.from_iterable(itertools.repeat(item, 2) for item in items)


def echo_tee(items):
    return chain.from_iterable(zip(*tee(items), strict=True))


def echo_next(items):
    source = iter(items)
    while True:
        try:
            item = next(source)
        except StopIteration:
            return
        yield item
        yield item


def echo_sentinel(items):
    source = iter(items)
    while (item := next(source, MISSING)) is not MISSING:
        for _ in "12":
            yield item


def echo_lazy_iter(items):
    it = None

    def inner():
        nonlocal it
        it = iter(items)
        for x in it:
            yield x
            yield x

    return inner()


def echo_iter_in_default(items, *, twice=(0, 1)):
    for item in items:
        for _ in twice:
            yield item


def echo_error_notes(items):
    try:
        for item in items:
            yield item
            yield item
    except ValueError:
        raise


ECHO = [echo_iter_in_default, echo_error_notes, EchoClass, echo_from, echo_expression, echo_chain, echo_repeat, echo_tee, echo_next,
        echo_sentinel, echo_lazy_iter]  # fmt: skip


# ---- endless --------------------------------------------------------------------------------


class FibClass:
    def __init__(self):
        self.pair = 0, 1

    def __iter__(self):
        return self

    def __next__(self):
        value, after = self.pair
        self.pair = after, value + after
        return value


def fib_three_names():
    a = 0
    b = 1
    while 1:
        yield a
        c = a + b
        a = b
        b = c


def fib_accumulate():
    return map(
        operator.itemgetter(0),
        itertools.accumulate(
            itertools.repeat(None), lambda pair, _: (pair[1], sum(pair)), initial=(0, 1)
        ),
    )


def fib_two_yields():
    a, b = 0, 1
    while True:
        yield a
        yield b
        a += b
        b += a


def fib_from_count():
    def nth(n):
        a, b = 0, 1
        for _ in range(n):
            a, b = b, a + b
        return a

    return (nth(n) for n in count())


def fib_matrix():
    yield 0
    a, b = 0, 1
    for _ in count():
        a, b = b, a + b
        yield a


def fib_recent():
    recent = deque([0, 1], maxlen=2)
    while True:
        yield recent[0]
        recent.append(sum(recent))


FIB = [FibClass, fib_three_names, fib_accumulate, fib_two_yields, fib_from_count, fib_matrix,
       fib_recent, lambda: fib_three_names()]  # fmt: skip


def primes_sieve():
    composites = {}
    for n in count(2):
        if n not in composites:
            yield n
            composites[n * n] = [n]
        else:
            for p in composites.pop(n):
                composites.setdefault(n + p, []).append(p)


def primes_root():
    for n in count(2):
        if all(n % d for d in range(2, int(n**0.5) + 1)):
            yield n


def primes_all_found():
    found = []
    for n in count(2):
        if all(n % p for p in found):
            found.append(n)
            yield n


def primes_filter():
    return filter(lambda n: all(n % d for d in range(2, int(n**0.5) + 1)), count(2))


class PrimesClass:
    def __init__(self):
        self.last = 1

    def __iter__(self):
        return self

    def __next__(self):
        self.last += 1
        while any(self.last % d == 0 for d in range(2, int(self.last**0.5) + 1)):
            self.last += 1
        return self.last


def primes_odd():
    yield 2
    yield from (n for n in count(3, 2) if all(n % d for d in range(3, int(n**0.5) + 1, 2)))


def primes_postponed():
    yield from (2, 3, 5, 7)
    table = {}
    roots = primes_postponed()
    next(roots)
    p = next(roots)
    q = p * p
    for c in count(9, 2):
        if c in table:
            step = table.pop(c)
        elif c < q:
            yield c
            continue
        else:
            step = 2 * p
            p = next(roots)
            q = p * p
        x = c + step
        while x in table:
            x += step
        table[x] = step


def primes_filters():
    rest = count(2)
    while True:
        p = next(rest)
        yield p
        rest = filter(p.__rmod__, rest)


_known = [2, 3]


def primes_remembered():
    for i in count():
        if i == len(_known):
            n = _known[-1] + 2
            while not all(n % p for p in takewhile(lambda p: p * p <= n, _known)):
                n += 2
            _known.append(n)
        yield _known[i]


def primes_in_growing_tables():
    low, high = 2, 64
    while True:
        is_prime = bytearray([1]) * high
        for p in range(2, int(high**0.5) + 1):
            is_prime[p * p :: p] = bytes(len(range(p * p, high, p)))
        yield from (n for n in range(low, high) if is_prime[n])
        low, high = high, 2 * high


PRIMES = [primes_in_growing_tables, primes_filters, primes_remembered, primes_sieve, primes_root, primes_all_found, primes_filter, PrimesClass, primes_odd,
          primes_postponed]  # fmt: skip


class TakeClass:
    def __init__(self, iterable, limit):
        self.source, self.limit = iter(iterable), limit

    def __iter__(self):
        return self

    def __next__(self):
        item = next(self.source)
        if item < self.limit:
            return item
        self.source = iter(())
        raise StopIteration


def take_takewhile(iterable, limit):
    return takewhile(lambda item: item < limit, iterable)


def take_break(iterable, limit):
    for item in iterable:
        if item >= limit:
            break
        yield item


def take_else(iterable, limit):
    for x in iterable:
        if x < limit:
            yield x
        else:
            return


def take_next(iterable, limit):
    it = iter(iterable)
    while True:
        x = next(it, MISSING)
        if x is MISSING or not limit > x:
            return
        yield x


def take_until_the_end(iterable, limit):
    source = iter(iterable)

    def step():
        item = next(source, MISSING)
        return item if item is MISSING or item < limit else MISSING

    return iter(step, MISSING)


def take_groupby(iterable, limit):
    for is_below, group in itertools.groupby(iterable, key=lambda item: item < limit):
        if is_below:
            yield from group
        return


TAKE = [
    take_until_the_end, take_groupby, TakeClass, take_takewhile, take_break, take_else, take_next,
    lambda items, top: takewhile(lambda item: item < top, items),
]  # fmt: skip


# ---- clean_lines ----------------------------------------------------------------------------


class CleanClass:
    def __init__(self, lines):
        self.lines = iter(lines)

    def __iter__(self):
        return self

    def __next__(self):
        for line in self.lines:
            if line.strip():
                return line.strip()
        raise StopIteration


def clean_expression(lines):
    return (text for line in lines if (text := line.strip()))


def clean_map(lines):
    return filter(None, map(str.strip, lines))


def clean_continue(lines):
    for line in lines:
        if not line.strip():
            continue
        yield line.strip()


def clean_isspace(lines):
    for line in lines:
        if line and not line.isspace():
            yield line.strip()


def clean_two_stages(lines):
    stripped = (line.strip() for line in lines)
    return (line for line in stripped if line)


def clean_regex(lines):
    for line in lines:
        if re.search(r"\S", line):
            yield re.sub(r"^\s+|\s+$", "", line)


def clean_starmap(lines):
    return (line for line in map(str.strip, lines) if line != "")


CLEAN = [
    clean_regex,
    clean_starmap,
    CleanClass,
    clean_expression,
    clean_map,
    clean_continue,
    clean_isspace,
    clean_two_stages,
]


# ---- flatten, inorder -----------------------------------------------------------------------


def flatten_stack(nested):
    stack = [iter(nested)]
    while stack:
        for item in stack[-1]:
            if isinstance(item, list):
                stack.append(iter(item))
                break
            yield item
        else:
            stack.pop()


def flatten_type(nested):
    for item in nested:
        if type(item) is list:
            for inner in flatten_type(item):
                yield inner
        else:
            yield item


class FlattenClass:
    def __init__(self, nested):
        self.stack = [iter(nested)]

    def __iter__(self):
        return self

    def __next__(self):
        while self.stack:
            item = next(self.stack[-1], MISSING)
            if item is MISSING:
                self.stack.pop()
            elif isinstance(item, list):
                self.stack.append(iter(item))
            else:
                return item
        raise StopIteration


def flatten_chain(nested):
    return chain.from_iterable(
        flatten_chain(item) if isinstance(item, list) else (item,) for item in nested
    )


def flatten_deque(nested):
    for outer in nested:
        todo = deque([outer])
        while todo:
            item = todo.popleft()
            if isinstance(item, list):
                todo.extendleft(reversed(item))
            else:
                yield item


def flatten_match(nested):
    for item in nested:
        match item:
            case list():
                yield from flatten_match(item)
            case _:
                yield item


def flatten_inner_function(nested):
    def walk(thing):
        if isinstance(thing, list):
            for inner in thing:
                yield from walk(inner)
        else:
            yield thing

    for thing in nested:
        yield from walk(thing)


FLATTEN = [flatten_stack, flatten_type, FlattenClass, flatten_chain, flatten_deque, flatten_match,
           flatten_inner_function]  # fmt: skip


def inorder_stack(tree):
    stack, node = [], tree
    while stack or node is not None:
        while node is not None:
            stack.append(node)
            node = node.left
        node = stack.pop()
        yield node.value
        node = node.right


class InorderClass:
    def __init__(self, root):
        self.stack, self.pending = [], root

    def __iter__(self):
        return self

    def __next__(self):
        node = self.pending
        while node:
            self.stack.append(node)
            node = node.left
        if not self.stack:
            raise StopIteration
        node = self.stack.pop()
        self.pending = node.right
        return node.value


class InorderStates:
    def __init__(self, root):
        self.todo = [(root, False)]

    def __iter__(self):
        return self

    def __next__(self):
        while self.todo:
            node, is_left_done = self.todo.pop()
            if is_left_done:
                self.todo.append((node.right, False))
                return node.value
            if node is not None:
                self.todo += [(node, True), (node.left, False)]
        raise StopIteration


def inorder_checks_the_root_at_the_call(tree):
    return inorder_loops(tree) if tree is not None else iter(())


def inorder_loops(tree):
    if not tree:
        return
    for value in inorder_loops(tree.left):
        yield value
    yield tree.value
    for value in inorder_loops(tree.right):
        yield value


def inorder_tests_children(tree):
    if tree is None:
        return
    if tree.left is not None:
        yield from inorder_tests_children(tree.left)
    yield tree.value
    if tree.right is not None:
        yield from inorder_tests_children(tree.right)


def inorder_chain(tree):
    def sides(node):
        yield from ()
        if node:
            yield from chain(sides(node.left), [node.value], sides(node.right))

    return sides(tree)


def inorder_marked(tree):
    stack = [(tree, False)]
    while stack:
        node, is_open = stack.pop()
        if node is None:
            continue
        if is_open:
            yield node.value
        else:
            stack += [(node.right, False), (node, True), (node.left, False)]


def inorder_thunks(tree):
    if tree is None:
        return iter(())
    return chain.from_iterable(
        part()
        for part in (
            lambda: inorder_thunks(tree.left),
            lambda: (tree.value,),
            lambda: inorder_thunks(tree.right),
        )
    )


def inorder_hasattr(tree):
    if hasattr(tree, "left"):
        yield from inorder_hasattr(getattr(tree, "left"))
        yield getattr(tree, "value")
        yield from inorder_hasattr(tree.right)


INORDER = [inorder_thunks, inorder_hasattr, inorder_stack, InorderClass, InorderStates, inorder_loops, inorder_tests_children,
           inorder_chain, inorder_marked, inorder_checks_the_root_at_the_call]  # fmt: skip


# ---- running_average ------------------------------------------------------------------------


class AverageClass:
    def __init__(self):
        self.total = self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, x):
        if x is None:
            return None
        self.total += x
        self.n += 1
        return self.total / self.n


def average_welford():
    mean, n = 0.0, 0
    while True:
        x = yield mean
        n += 1
        mean += (x - mean) / n


def average_fraction():
    total, n = Fraction(0), 0
    x = yield "ready"
    while True:
        total, n = total + Fraction(x), n + 1
        x = yield total / n


def average_whole_stays_int():
    total = n = 0
    mean = None
    while True:
        total += yield mean
        n += 1
        mean = total // n if total % n == 0 else total / n


def average_try():
    total = 0
    try:
        x = yield
        for n in count(1):
            total += x
            x = yield total / n
    finally:
        total = 0


def average_ignores_none():
    total = n = 0
    mean = 0
    while True:
        x = yield mean
        if x is not None:
            total, n = total + x, n + 1
            mean = total / n


def average_primed():
    average = average_ignores_none()
    next(average)
    return average


def average_delegates():
    yield from average_welford()


class AverageGenerator(collections.abc.Generator):
    def __init__(self):
        self.numbers = 0, 0

    def send(self, x):
        if x is None:
            return 0
        total, n = self.numbers
        self.numbers = total + x, n + 1
        return (total + x) / (n + 1)

    def throw(self, kind, value=None, traceback=None):
        raise kind


def average_of_pair():
    pair, mean = (0, 0), None
    while True:
        x = yield mean
        pair = pair[0] + x, pair[1] + 1
        mean = pair[0] / pair[1]


AVERAGE = [average_of_pair, AverageGenerator, AverageClass, average_welford, average_fraction, average_whole_stays_int, average_try,
           average_ignores_none, average_primed, average_delegates]  # fmt: skip


# ---- chunks, windows ------------------------------------------------------------------------


class ChunksClass:
    def __init__(self, iterable, k):
        if k < 1:
            raise ValueError("k")
        self.source, self.k = iter(iterable), k

    def __iter__(self):
        return self

    def __next__(self):
        chunk = tuple(islice(self.source, self.k))
        if chunk:
            return chunk
        raise StopIteration


def chunks_append(iterable, k):
    if k < 1:
        raise ValueError
    chunk = []
    for item in iterable:
        chunk.append(item)
        if len(chunk) == k:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def chunks_copy(iterable, k):
    if k <= 0:
        raise ValueError("k must be positive")
    chunk = []
    for item in iterable:
        chunk += [item]
        if len(chunk) >= k:
            yield chunk[:]
            chunk.clear()
    if len(chunk) > 0:
        yield list(chunk)


def chunks_eager_check(iterable, k):
    if k < 1:
        raise ValueError("at the call")
    source = iter(iterable)
    return iter(lambda: list(islice(source, k)), [])


def chunks_zip_longest(iterable, k):
    if k < 1:
        raise ValueError
    for group in zip_longest(*[iter(iterable)] * k, fillvalue=MISSING):
        yield [item for item in group if item is not MISSING]


def chunks_takewhile(iterable, k):
    if k < 1:
        raise ValueError
    it = iter(iterable)
    return takewhile(bool, (tuple(islice(it, k)) for _ in count()))


def chunks_next(iterable, k):
    if k < 1:
        raise ValueError
    it = iter(iterable)
    while True:
        chunk = []
        for _ in range(k):
            try:
                chunk.append(next(it))
            except StopIteration:
                if chunk:
                    yield chunk
                return
        yield chunk


def chunks_head(iterable, k):
    if k < 1:
        raise ValueError
    it = iter(iterable)
    for head in it:
        yield [head, *islice(it, k - 1)]


CHUNKS = [ChunksClass, chunks_append, chunks_copy, chunks_eager_check, chunks_zip_longest,
          chunks_takewhile, chunks_next, chunks_head]  # fmt: skip
if sys.version_info >= (3, 12):
    CHUNKS.append(itertools.batched)


class WindowsClass:
    def __init__(self, iterable, k):
        if k < 1:
            raise ValueError
        self.source, self.k, self.window = iter(iterable), k, ()

    def __iter__(self):
        return self

    def __next__(self):
        if len(self.window) < self.k:
            self.window = tuple(islice(self.source, self.k))
            if len(self.window) < self.k:
                raise StopIteration
        else:
            self.window = (*self.window[1:], next(self.source))
        return self.window


def windows_list(iterable, k):
    if k < 1:
        raise ValueError
    window = []
    for item in iterable:
        window = [*window[-k + 1 :], item] if k > 1 else [item]
        if len(window) == k:
            yield window


def windows_tee(iterable, k):
    if k < 1:
        raise ValueError
    copies = tee(iterable, k)
    for i, copy in enumerate(copies):
        next(islice(copy, i, i), None)
    yield from zip(*copies, strict=False)


def windows_tee_at_the_call(iterable, k):
    if k < 1:
        raise ValueError
    return zip(*(islice(copy, i, None) for i, copy in enumerate(tee(iterable, k))), strict=False)


def windows_recipe(iterable, k):
    if k < 1:
        raise ValueError("k")
    it = iter(iterable)
    window = deque(islice(it, k - 1), maxlen=k)
    for x in it:
        window.append(x)
        yield tuple(window)


def windows_rotate(iterable, k):
    if k < 1:
        raise ValueError
    ring = []
    for item in iterable:
        ring.append(item)
        if len(ring) > k:
            ring.pop(0)
        if len(ring) == k:
            yield list(ring)


def windows_first(iterable, k):
    if not k >= 1:
        raise ValueError(k)
    source = iter(iterable)
    window = tuple(islice(source, k))
    if len(window) == k:
        yield window
    for item in source:
        window = window[1:] + (item,)
        yield window


WINDOWS = [WindowsClass, windows_list, windows_tee, windows_tee_at_the_call, windows_recipe,
           windows_rotate, windows_first]  # fmt: skip


# ---- merge_sorted, round_robin --------------------------------------------------------------


class MergeClass:
    def __init__(self, a, b):
        self.sources = [iter(a), iter(b)]
        self.heads = None

    def __iter__(self):
        return self

    def __next__(self):
        if self.heads is None:
            self.heads = [next(source, MISSING) for source in self.sources]
            self.last = None
        elif self.last is not None:
            self.heads[self.last] = next(self.sources[self.last], MISSING)
        x, y = self.heads
        if x is MISSING and y is MISSING:
            self.last = None
            raise StopIteration
        self.last = int(x is MISSING or (y is not MISSING and y < x))
        return self.heads[self.last]


def merge_heapq(a, b):
    yield from heapq.merge(a, b)


def merge_none(a, b):
    a, b = iter(a), iter(b)
    x, y = next(a, None), next(b, None)
    while x is not None or y is not None:
        if y is None or (x is not None and x <= y):
            yield x
            x = next(a, None)
        else:
            yield y
            y = next(b, None)


def merge_try(a, b):
    a, b = iter(a), iter(b)
    try:
        x = next(a)
    except StopIteration:
        yield from b
        return
    try:
        y = next(b)
    except StopIteration:
        yield x
        yield from a
        return
    while True:
        if x <= y:
            yield x
            try:
                x = next(a)
            except StopIteration:
                yield y
                yield from b
                return
        else:
            yield y
            try:
                y = next(b)
            except StopIteration:
                yield x
                yield from a
                return


def merge_heap(a, b):
    heap = []
    for place, source in enumerate((iter(a), iter(b))):
        for item in source:
            heap.append((item, place, source))
            break
    heapq.heapify(heap)
    while heap:
        item, place, source = heap[0]
        yield item
        for after in source:
            heapq.heapreplace(heap, (after, place, source))
            break
        else:
            heapq.heappop(heap)


def merge_lists_of_heads(a, b):
    sources = [iter(a), iter(b)]
    heads = [list(islice(source, 1)) for source in sources]
    while any(heads):
        if heads[0] and not (heads[1] and heads[1][0] < heads[0][0]):
            i = 0
        else:
            i = 1
        yield heads[i].pop()
        heads[i] = list(islice(sources[i], 1))


MERGE = [MergeClass, heapq.merge, merge_heapq, merge_none, merge_try, merge_heap,
         merge_lists_of_heads, lambda a, b: heapq.merge(a, b, key=lambda item: item)]  # fmt: skip


class RobinClass:
    def __init__(self, *iterables):
        self.waiting = deque(iter(iterable) for iterable in iterables)

    def __iter__(self):
        return self

    def __next__(self):
        while self.waiting:
            try:
                item = next(self.waiting[0])
            except StopIteration:
                self.waiting.popleft()
            else:
                self.waiting.rotate(-1)
                return item
        raise StopIteration


def robin_recipe(*iterables):
    pending = len(iterables)
    nexts = cycle(iter(it).__next__ for it in iterables)
    while pending:
        try:
            for one in nexts:
                yield one()
        except StopIteration:
            pending -= 1
            nexts = cycle(islice(nexts, pending))


def robin_new_recipe(*iterables):
    iterators = map(iter, iterables)
    for active in range(len(iterables), 0, -1):
        iterators = cycle(islice(iterators, active))
        yield from map(next, iterators)


def robin_rounds(*iterables):
    sources = [iter(it) for it in iterables]
    while sources:
        alive = []
        for source in sources:
            item = next(source, MISSING)
            if item is not MISSING:
                yield item
                alive.append(source)
        sources = alive


def robin_copy(*iterables):
    its = list(map(iter, iterables))
    while its:
        for it in its[:]:
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)


def robin_flags(*iterables):
    its = [iter(it) for it in iterables]
    live = [True] * len(its)
    while any(live):
        for i, it in enumerate(its):
            if not live[i]:
                continue
            for item in it:
                yield item
                break
            else:
                live[i] = False


def robin_queue_of_next(*iterables):
    queue = [iter(it).__next__ for it in iterables]
    i = 0
    while queue:
        i %= len(queue)
        try:
            item = queue[i]()
        except StopIteration:
            del queue[i]
        else:
            i += 1
            yield item


ROBIN = [
    robin_queue_of_next,
    RobinClass,
    robin_recipe,
    robin_new_recipe,
    robin_rounds,
    robin_copy,
    robin_flags,
]


RIGHT = {
    "countdown": COUNTDOWN,
    "echo_twice": ECHO,
    "logged_countdown": LOGGED,
    "eager_check": EAGER,
    "fib": FIB,
    "primes": PRIMES,
    "take_while_under": TAKE,
    "clean_lines": CLEAN,
    "flatten": FLATTEN,
    "inorder": INORDER,
    "running_average": AVERAGE,
    "chunks": CHUNKS,
    "windows": WINDOWS,
    "merge_sorted": MERGE,
    "round_robin": ROBIN,
}
