"""Delegation: nested lists and trees, walked as they are asked for (notebook 07)."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, count, islice, repeat
from typing import Any, NamedTuple

from lazylab.exercises.inputs import Endless, Form, Stream, exactly, stream
from lazylab.exercises.looks import ALONE, FAR, FLAT, LAZY
from lazylab.exercises.model import Case, Exercise, Probe, mistakes
from lazylab.exercises.streams import strings
from lazylab.exercises.trials import END, Trial, plain_text, wrong_value
from lazylab.observe.laziness import Meter, growth, watch
from lazylab.records import Fault

DEPTH = 200


# ---- flatten --------------------------------------------------------------------------------


def flatten(nested):
    for item in nested:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def _one_level(nested):
    """Only one level is opened. A list inside a list inside the list is a list too: let flatten
    call itself.
    """
    for item in nested:
        if isinstance(item, list):
            yield from item
        else:
            yield item


def _calls_without_yield_from(nested):
    """The inner call makes a generator and nobody asks it for anything. yield from hands its
    values on.
    """
    for item in nested:
        if isinstance(item, list):
            flatten(item)
        else:
            yield item


def _yields_the_generator(nested):
    """You yield the inner generator itself. yield from yields its values instead."""
    for item in nested:
        if isinstance(item, list):
            yield flatten(item)
        else:
            yield item


def _a_list(nested):
    """You collect everything before the first atom leaves. Yield each atom when you meet it."""
    found = []
    for item in nested:
        found.extend(flatten(item) if isinstance(item, list) else [item])
    return found


def _chains(nested):
    """chain opens every item, an atom too, and only one level. Ask of each item whether it is a
    list.
    """
    return chain.from_iterable(nested)


def _chains_all(nested):
    return chain(*nested)


def _reads_all(nested):
    """You read the whole outer iterable first. An endless one never gets that far: loop over it."""
    for item in list(nested):
        if isinstance(item, list):
            yield from _reads_all(item)
        else:
            yield item


def _reads_all_at_the_call(nested):
    return iter(_a_list(nested))


def _opens_tuples(nested):
    """Tuples are opened. Only a list is a container here; a tuple is an atom."""
    for item in nested:
        if isinstance(item, list | tuple):
            yield from _opens_tuples(item)
        else:
            yield item


def _opens_every_iterable(nested):
    """Every iterable is opened. A text's first character is a text again, so that never ends;
    only a list is a container here.
    """
    for item in nested:
        try:
            iter(item)
        except TypeError:
            yield item
        else:
            yield from _opens_every_iterable(item)


def _opens_all_but_texts(nested):
    """Tuples, dicts, sets and more are opened. Only a list is a container here: ask
    isinstance(item, list).
    """
    for item in nested:
        if hasattr(item, "__iter__") and not isinstance(item, str | bytes):
            yield from _opens_all_but_texts(item)
        else:
            yield item


def _opens_all_but_str(nested):
    for item in nested:
        if hasattr(item, "__iter__") and not isinstance(item, str):
            yield from _opens_all_but_str(item)
        else:
            yield item


def _opens_texts(nested):
    """Texts are taken apart into characters. A text is an atom; only a list is opened."""
    for item in nested:
        if isinstance(item, list):
            yield from _opens_texts(item)
        elif isinstance(item, str):
            yield from item
        else:
            yield item


def _skips_the_falsy(nested):
    """Items such as 0, "" and None are dropped: `if item` is false for them."""
    for item in nested:
        if isinstance(item, list):
            yield from _skips_the_falsy(item)
        elif item:
            yield item


def _drops_none(nested):
    """None is dropped. It is an atom like any other."""
    for item in nested:
        if isinstance(item, list):
            yield from _drops_none(item)
        elif item is not None:
            yield item


def _by_position(nested):
    """You use len() or an index, and the outer iterable may have neither. Loop over it."""
    for i in range(len(nested)):
        if isinstance(nested[i], list):
            yield from _by_position(nested[i])
        else:
            yield nested[i]


def _uses_the_list_up(nested):
    """You take the items out of the lists you were given. The caller still needs them."""
    while nested:
        item = nested.pop(0)
        if isinstance(item, list):
            yield from _uses_the_list_up(item)
        else:
            yield item


def _yields_lists_too(nested):
    """The inner lists are handed over as well as what is in them. Only atoms should come."""
    for item in nested:
        yield item
        if isinstance(item, list):
            yield from _yields_lists_too(item)


def _backwards(nested):
    """The order inside the lists is reversed: a stack hands back last what went in first. Push
    iterators, or the reversed list.
    """
    for outer in nested:
        stack = [outer]
        while stack:
            item = stack.pop()
            if isinstance(item, list):
                stack.extend(item)
            else:
                yield item


def _by_levels_of_lists(nested):
    """An atom inside a list comes too late: what stands deeper comes after what stands less deep.
    Hand over all of an inner list before you go on.
    """
    for outer in nested:
        queue = deque([outer])
        while queue:
            item = queue.popleft()
            if isinstance(item, list):
                queue.extend(item)
            else:
                yield item


def _inner_first(nested):
    """You return after the first inner list. yield from comes back when the list is done, and the
    loop goes on.
    """
    for item in nested:
        if isinstance(item, list):
            yield from _inner_first(item)
            return
        yield item


def _nest(depth: int, atom: Any) -> Any:
    for _ in range(depth):
        atom = [atom]
    return atom


def _in_lists() -> Iterator[Any]:
    for i in count():
        yield [i, [i]]


class Point(NamedTuple):
    """An atom that is a tuple and more."""

    x: int
    y: int


_TUPLES = stream((1, [2]), (), [(3,)], Point(4, 5))
_DICTS_AND_SETS = stream({"a": [1]}, {}, [{2}], frozenset({3}), {4: 5}.values())
_NOTHING: tuple[Any, ...] = ()
_OTHERS = Stream(  # the iterators are empty: who opens one does not use it up for the next look
    (range(2), [b"xy"], bytearray(b"z"), deque([6]), iter(_NOTHING), (x for x in _NOTHING)),
    "[range(2), [b'xy'], bytearray(b'z'), deque([6]), iter(()), (x for x in ())]",
)
_FALSY = stream(0, None, [False, True, [None, None]], False, True, "", 1, 1, [2, 2], [2])

FLATTEN = Exercise(
    name="flatten",
    signature="flatten(nested)",
    notebook="07",
    statement="Hand over the atoms of nested lists, in order. Only a list is a container: texts, "
    "tuples and dicts are atoms. Nesting goes to depth 200; the outermost may be any iterable.",
    solution=flatten,
    why="yield from hands on whatever the inner generator yields, and comes back when it is "
    "exhausted. The chain of suspended frames remembers the way, one frame a level.",
    hints=(
        "Loop over nested. Each item is a list, or it is an atom.",
        "An atom is yielded. A list is a nested thing again: flatten knows what to do with it.",
        "if isinstance(item, list): yield from flatten(item); otherwise yield item.",
    ),
    cases=(
        Case((stream(1, [2, 3], 4),), "one list inside"),
        Case((stream(1, [2, [3, [4, [5]]]], 6),), "lists inside lists"),
        Case((stream([3, [1], 2], 0, 5, [5], 4, 6),), "in order inside the lists too"),
        Case((stream(),), "nothing in, nothing out"),
        Case((stream([], [[]], 1, [[], [2]]),), "empty lists hold nothing"),
        Case((stream("ab", ["cd", ["e"]], ""),), "a text is an atom"),
        Case((_TUPLES,), "a tuple is an atom, whatever is in it"),
        Case((_DICTS_AND_SETS,), "dicts, sets and what shows them are atoms"),
        Case((_OTHERS,), "ranges, bytes, deques and iterators are atoms"),
        Case((stream(1, "ab", (2,)),), "nothing nested"),
        Case((_FALSY,), "0, False, None, empty texts are atoms, equal ones too"),
        Case(("abc",), "the outermost may be a text: it is looped over"),
        Case((Endless(_in_lists, "([i, [i]] for i in count())"),), "an endless outer", 7),
        Case((Endless(lambda: repeat([1, [2], 3]), "repeat([1, [2], 3])"),),
             "the same list may come again", 7),
        Case((Stream((_nest(DEPTH - 1, 7), 8), "[[[…[7]…]]], 8, nested 200 deep"),),
             "200 levels", label="flatten(a list nested 200 deep)"),
    ),
    mistakes=mistakes(
        _one_level,
        _calls_without_yield_from,
        _yields_the_generator,
        _a_list,
        (_chains, _chains_all),
        (_reads_all, _reads_all_at_the_call),
        _opens_tuples,
        _opens_every_iterable,
        (_opens_all_but_texts, _opens_all_but_str),
        _opens_texts,
        _skips_the_falsy,
        _drops_none,
        _by_position,
        _uses_the_list_up,
        _yields_lists_too,
        _backwards,
        _by_levels_of_lists,
        _inner_first,
    ),
    long=lambda answer, n: answer([text] for text in strings(n)),
)  # fmt: skip


# ---- inorder --------------------------------------------------------------------------------


class Node:
    """A node of a binary tree; it tells its meter when it is touched for the first time."""

    _meter: Meter | None = None

    def __init__(self, left: Any, value: Any, right: Any, meter: Meter | None) -> None:
        self.left = left
        self.value = value
        self.right = right
        self._meter = meter

    def __getattribute__(self, name: str) -> Any:
        if name in {"left", "value", "right", "__dict__", "__reduce_ex__"}:  # copies look too
            meter = object.__getattribute__(self, "_meter")
            if meter is not None:
                object.__setattr__(self, "_meter", None)
                meter.take()
        return object.__getattribute__(self, name)


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree that is made of `Node` objects afresh for every run."""

    shape: Any = field(hash=False)
    label: str = ""

    def make(self, meter: Meter, form: Form, fails_after: int | None) -> Node | None:
        """Return the root; distinct nodes that are touched count in `meter`."""
        return _grown(self.shape, meter)

    def text(self, form: Form) -> str:
        """Return the tree as nested calls."""
        return self.label or _written(self.shape)


def _grown(shape: Any, meter: Meter | None) -> Node | None:
    """Build from the leaves up, without recursion: a spine may be high."""
    if shape is None:
        return None
    root = Node(None, shape[1], None, meter)
    pending = [(root, shape)]
    while pending:
        node, (left, _, right) = pending.pop()
        for side, inner in (("left", left), ("right", right)):
            if inner is not None:
                child = Node(None, inner[1], None, meter)
                object.__setattr__(node, side, child)
                pending.append((child, inner))
    return root


def _written(shape: Any) -> str:
    if shape is None:
        return "None"
    left, value, right = shape
    return f"Node({_written(left)}, {value!r}, {_written(right)})"


def _leaf(value: Any) -> Any:
    return (None, value, None)


def _complete(height: int, first: int = 0) -> Any:
    """Return a full tree of so many levels, its values counting up in order."""
    if height == 0:
        return None
    half = 2 ** (height - 1)
    return (
        _complete(height - 1, first),
        first + half - 1,
        _complete(height - 1, first + half),
    )


def _spine(height: int, side: int) -> Any:
    shape: Any = None
    for value in range(height):
        shape = (shape, value, None) if side == 0 else (None, height - 1 - value, shape)
    return shape


def inorder(tree):
    if tree is not None:
        yield from inorder(tree.left)
        yield tree.value
        yield from inorder(tree.right)


def _preorder(tree):
    """The node comes before its left side. In order means: the left side, the node, the right."""
    if tree is not None:
        yield tree.value
        yield from _preorder(tree.left)
        yield from _preorder(tree.right)


def _postorder(tree):
    """The node comes after both sides. In order means: the left side, the node, the right."""
    if tree is not None:
        yield from _postorder(tree.left)
        yield from _postorder(tree.right)
        yield tree.value


def _right_first(tree):
    """The right side comes first, so the order is reversed. Start with the left side."""
    if tree is not None:
        yield from _right_first(tree.right)
        yield tree.value
        yield from _right_first(tree.left)


def _by_levels(tree):
    """The nodes come level by level. In order means: all of the left side, the node, all of the
    right side.
    """
    level = [tree] if tree is not None else []
    while level:
        node = level.pop(0)
        yield node.value
        level += [side for side in (node.left, node.right) if side is not None]


def _tree_list(tree):
    """You collect the whole tree before the first value leaves. yield from hands the values on one
    by one.
    """
    if tree is None:
        return []
    return [*_tree_list(tree.left), tree.value, *_tree_list(tree.right)]


def _all_first(tree):
    """You visit the whole tree before the first value leaves. Going down the left side is
    enough: height + 1 nodes at most.
    """
    yield from _tree_list(tree)


def _all_at_the_call(tree):
    return iter(_tree_list(tree))


def _left_side_at_the_call(tree):
    """You walk down the left side at the call, and nobody has asked for a value yet. Keep the root
    and start at the first next(): a generator function does so by itself.
    """
    stack = []
    while tree is not None:
        stack.append(tree)
        tree = tree.left
    return _from_stack(stack)


def _from_stack(stack):
    while stack:
        node = stack.pop()
        yield node.value
        node = node.right
        while node is not None:
            stack.append(node)
            node = node.left


def _sorts(tree):
    """You sort the values. The order is the one of the tree, whatever its values are, and
    nothing can be sorted before all of it was visited.
    """
    yield from sorted(_tree_list(tree))


def _fails_on_empty(tree):
    """An empty tree is None, and None has no left and no right. Test for None first."""
    if tree.left is not None:
        yield from _fails_on_empty(tree.left)
    yield tree.value
    if tree.right is not None:
        yield from _fails_on_empty(tree.right)


def _skips_falsy_values(tree):
    """Values such as 0 and "" are dropped. Ask whether the node is None, not its value."""
    if tree is not None:
        yield from _skips_falsy_values(tree.left)
        if tree.value:
            yield tree.value
        yield from _skips_falsy_values(tree.right)


def _skips_none_values(tree):
    """A value that is None is dropped. Ask whether the node is None, not its value."""
    if tree is not None:
        yield from _skips_none_values(tree.left)
        if tree.value is not None:
            yield tree.value
        yield from _skips_none_values(tree.right)


def _stops_at_falsy_values(tree):
    """A node with a value such as 0 ends its whole branch. Ask whether the node is None."""
    if tree is not None and tree.value:
        yield from _stops_at_falsy_values(tree.left)
        yield tree.value
        yield from _stops_at_falsy_values(tree.right)


def _walks_without_yield_from(tree):
    """The inner calls make generators and nobody asks them for anything, so only the root comes.
    yield from hands their values on.
    """
    if tree is not None:
        inorder(tree.left)
        yield tree.value
        inorder(tree.right)


def _yields_the_generators(tree):
    """You yield the inner generators themselves. yield from yields their values."""
    if tree is not None:
        yield inorder(tree.left)
        yield tree.value
        yield inorder(tree.right)


def _left_only(tree):
    """The right sides are missing."""
    if tree is not None:
        yield from _left_only(tree.left)
        yield tree.value


def _yields_nodes(tree):
    """You hand over the nodes. Their values should come: node.value."""
    if tree is not None:
        yield from _yields_nodes(tree.left)
        yield tree
        yield from _yields_nodes(tree.right)


def _threads(tree):
    """You hang branches elsewhere while you walk (the Morris way), and whoever stops half way is
    left with another tree. A stack, or yield from, remembers the way without touching it.
    """
    node = tree
    while node is not None:
        if node.left is None:
            yield node.value
            node = node.right
            continue
        before = node.left
        while before.right is not None and before.right is not node:
            before = before.right
        if before.right is None:
            before.right = node
            node = node.left
        else:
            before.right = None
            yield node.value
            node = node.right


def _takes_apart(tree):
    """You change the tree while you walk it: you cut a branch or mark a node. The caller still
    needs it as it was: a stack remembers the way.
    """
    stack = [tree] if tree is not None else []
    while stack:
        node = stack[-1]
        if node.left is not None:
            stack.append(node.left)
            node.left = None
        else:
            yield stack.pop().value
            if node.right is not None:
                stack.append(node.right)


def _keeps_all(tree):
    """You keep nodes or values that are no longer needed, or a copy of the whole tree. The way down
    from the root is all you need.
    """
    seen = []
    for value in inorder(tree):
        seen.append(value)
        yield value


def _prints(tree):
    """You print the values. yield hands them to the caller."""
    if tree is not None:
        _prints(tree.left)
        print(tree.value)
        _prints(tree.right)


def _begins_early(answer):
    """Call and ask for nothing: no node is touched."""
    meter = Meter()
    tree = _grown(_complete(_HEIGHT), meter)
    seen = watch(lambda: answer(tree), meter, [])
    if not seen.call:
        return None
    nodes = "1 node" if seen.call == 1 else f"{seen.call} nodes"
    what = f"The call itself touched {nodes}; it should touch none before next()."
    return Fault("pulls", _FULL_TREE, what, "no node", nodes)


def _reaches_far(height, answer):
    """Ask for the first value of a full tree and count the nodes that were touched."""
    meter = Meter()
    tree = _grown(_complete(height), meter)
    watch(lambda: answer(tree), meter, [next])
    if meter.taken <= height + 1:
        return None
    what = f"For the first value of a tree of {height} levels it touched {meter.taken} nodes; "
    what += f"{height + 1} are enough."
    text = f"inorder(a full tree of {height} levels)"
    got = "all nodes" if meter.taken == 2**height - 1 else "too many nodes"
    return Fault("overdrawn", text, what, f"at most {height + 1} nodes", got)


def _hurts_the_tree(shape, answer):
    """Abandon the walk after each value, and compare every node with what it was."""
    whole = Trial(INORDER, Case((Tree(shape),), "")).wanted
    for values in range(len(whole.values) + 2):
        meter = Meter()
        tree = _grown(shape, meter)
        before = _portrait(tree)
        seen = watch(lambda tree=tree: answer(tree), meter, [next] * values)
        if _portrait(tree) != before:
            asked = "one value" if values == 1 else f"{values} values"
            what = f"After {asked} the tree is another one."
            text = f"inorder({_written(shape)})"
            return Fault("inputs", text, what, "the same tree", "another tree")
        del seen
    return None


def _remembers_the_tree(answer):
    """Abandon one walk over a tree, end another, and then walk it twice in turn."""
    tree = _grown(_LEFT, None)
    before = _portrait(tree)
    next(answer(tree), None)
    for _ in islice(answer(tree), _PAST_LEFT):
        pass
    pairs = islice(zip(answer(tree), answer(tree), strict=False), _PAST_LEFT)
    came = [value for pair in pairs for value in pair]
    if exactly([1, 1, 2, 2, 3, 3, 4, 4], came) or _portrait(tree) != before:
        return None  # a tree that was changed is another fault
    what = "The tree was walked before, and two more walks in turn hand over something else."
    got = ", ".join(map(plain_text, came)) or "nothing"
    return Fault("values", f"inorder({_written(_LEFT)})", what, "1, 1, 2, 2, 3, 3, 4, 4", got)


def _goes_wrong_later(answer):
    """Walk a large tree, whose values count up from 0."""
    walk = answer(_grown(_complete(_LEVELS - 1), None))
    for should in range(2 ** (_LEVELS - 1) - 1):
        fault = wrong_value(_LARGE_TREE, should + 1, should, next(walk, END))
        if fault is not None:
            return fault
    return None


def _keeps_nodes(answer):
    """Walk a tree that was made before, and compare what the walk itself keeps."""
    tree = _grown(_complete(_LEVELS), None)
    if growth(lambda n: answer(tree), _FEW, _MANY) <= _KEPT:
        return None
    what = f"After {_MANY:,} values it held far more memory than after {_FEW:,}, though no way "
    what += f"down is longer than {_LEVELS} nodes."
    return Fault("growth", _LARGE_TREE, what, "", "memory that grows")


_LEVELS = 13  # 8,191 nodes
_FEW, _MANY = 500, 4_300  # values
_KEPT = 12_000  # bytes; a list of the values takes 30,000 more


def _portrait(tree):
    """Return what hangs where, and what each node has, by identity."""
    seen, pending = [], [tree]
    while pending and len(seen) < 10_000:
        node = pending.pop()
        if node is not None:
            kept = {
                k: v for k, v in object.__getattribute__(node, "__dict__").items() if k != "_meter"
            }
            seen.append((id(node), *sorted((k, id(v)) for k, v in kept.items())))
            pending += [kept.get("right"), kept.get("left")]
    return seen


_SMALL = (_leaf(1), 2, _leaf(3))
_LEFT = ((_leaf(1), 2, None), 3, _leaf(4))
_PAST_LEFT = 5  # requests that reach its end
_UNSORTED = ((_leaf(5), 1, None), 9, (None, 0, (_leaf(7), 5, None)))
_EQUAL = ((_leaf(5), 5, None), 5, (_leaf(0), 0, None))
_HEIGHT = 6
_FULL_TREE = f"inorder(a full tree of {_HEIGHT} levels)"
_LARGE_TREE = "inorder(a large full tree)"

INORDER = Exercise(
    name="inorder",
    signature="inorder(tree)",
    notebook="07",
    statement="A node has .left, .value and .right; None is an empty tree. Hand over the values in "
    "order: the left side, the node, the right side. The call touches no node, the first value at "
    "most height + 1; leave the tree alone even if nobody walks to its end.",
    solution=inorder,
    why="Three lines say what in order means. For the first value the chain of yield from goes "
    "down the left side and freezes there; the rest of the tree was not touched.",
    hints=(
        "What is the answer for None? Nothing: the function may end at once.",
        "For a node, the left side is a tree again: yield from hands on its values.",
        "yield from inorder(tree.left), then yield tree.value, then the same for the right.",
    ),
    cases=(
        Case((Tree(_SMALL),), "left, node, right"),
        Case((Tree(None),), "an empty tree is None"),
        Case((Tree(_leaf("x")),), "one node"),
        Case((Tree(_UNSORTED),), "the order is the tree's, whatever the values are"),
        Case((Tree((_leaf(0), "", (_leaf(False), None, _leaf(0)))),),
             "0, False, None and an empty text are values"),
        Case((Tree(_EQUAL),), "equal values all come"),
        Case((Tree(_complete(4)),), "a full tree of four levels",
             label="inorder(a full tree of 4 levels)"),
        Case((Tree(_spine(DEPTH, 0)),), "all to the left, 200 levels",
             label="inorder(a tree of 200 left sides)"),
        Case((Tree(_spine(DEPTH, 1)),), "all to the right, 200 levels",
             label="inorder(a tree of 200 right sides)"),
    ),
    mistakes=mistakes(
        _preorder,
        _postorder,
        _right_first,
        _by_levels,
        _tree_list,
        (_all_first, _all_at_the_call),
        _left_side_at_the_call,
        _sorts,
        _fails_on_empty,
        _skips_falsy_values,
        _skips_none_values,
        _stops_at_falsy_values,
        _walks_without_yield_from,
        _yields_the_generators,
        _left_only,
        _yields_nodes,
        _threads,
        _takes_apart,
        _keeps_all,
        _prints,
    ),
    extras=(
        Probe(LAZY, _FULL_TREE, _begins_early, "nobody has asked for a value yet"),
        Probe("touches height + 1 nodes for the first value", _FULL_TREE,
              partial(_reaches_far, _HEIGHT)),
        Probe("leaves the tree alone", "inorder(a tree)", partial(_hurts_the_tree, _UNSORTED)),
        Probe("leaves the tree alone", "inorder(a tree)", partial(_hurts_the_tree, _complete(3))),
        Probe(ALONE, "inorder(the same tree)", _remembers_the_tree,
              "a tree may be walked more than once"),
        Probe(FAR, _LARGE_TREE, _goes_wrong_later,
              "what holds for a small tree has to hold for a large one", is_dear=True),
        Probe(FLAT, _LARGE_TREE, _keeps_nodes, is_dear=True),
    ),
)  # fmt: skip

EXERCISES = (FLATTEN, INORDER)
