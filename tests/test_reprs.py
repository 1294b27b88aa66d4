"""The one repr: bounded, on one line, the same on every run, never raising."""

import array
from collections import Counter, OrderedDict, defaultdict, deque

import pytest

from lazylab.reprs import LIMIT, clip, error_text, safe_repr


def namesake(name, **methods):
    return type(name, (), methods)()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5, "5"),
        ("a\nb", r"'a\nb'"),
        ({"b", "a"}, "{'a', 'b'}"),
        ({}, "{}"),
        (set(), "set()"),
        ({"b": 1, "a": [2]}, "{'b': 1, 'a': [2]}"),
        (list(range(20)), "[0, 1, 2, 3, 4, 5, 6, 7, …]"),
        (b"ab", "b'ab'"),
        (None, "None"),
        (object(), "<object object at 0x…>"),
        ("at 0x12ab", "'at 0x12ab'"),
        (10**38, "1" + "0" * 38),
        (7**5000, "<int of about 4,226 digits>"),
        ("\ud800", r"'\ud800'"),
        (namesake("list", __repr__=lambda _: "mine"), "mine"),
        (namesake("N", __repr__=lambda _: "two\nlines"), "two⏎lines"),
        (namesake("N", __repr__=lambda _: "bell\x07 and \ud800"), r"bell\x07 and \ud800"),
        (deque([1]), "deque([1])"),
        (array.array("i", [1]), "array('i', [1])"),
    ],
)
def test_shown_as(value, text):
    assert safe_repr(value) == text


@pytest.mark.parametrize(
    "value",
    [
        "x" * 10**7,
        b"x" * 10**7,
        list(range(10**6)),
        dict.fromkeys(range(10**6)),
        set(range(10**6)),
        [[["x" * 1000] * 1000] * 1000] * 1000,
        10**100_000,
        Counter("abc" * 1000),
        defaultdict(list, {"a": ["x" * 500]}),
        OrderedDict.fromkeys(range(1000)),
    ],
    ids=lambda v: type(v).__name__,
)
def test_length_is_bounded(value):
    assert len(safe_repr(value)) <= LIMIT
    assert len(safe_repr(value, 20)) <= 20


def test_a_self_containing_list_ends():
    value = []
    value.append(value)
    assert len(safe_repr(value)) <= LIMIT


def test_a_metaclass_that_hides_its_name_is_named():
    class Meta(type):
        def __getattribute__(cls, name):
            if name == "__name__":
                raise ValueError
            return super().__getattribute__(name)

    class Odd(metaclass=Meta):
        def __repr__(self):
            raise ValueError

    assert safe_repr(Odd()) == "<Odd: its repr raised ValueError>"


def test_error_text():
    class Mute(Exception):
        def __str__(self):
            raise ValueError

    assert error_text(KeyError("a")) == "KeyError: 'a'"
    assert error_text(ValueError()) == "ValueError"
    assert error_text(ValueError("a\nb")) == "ValueError: a⏎b"
    assert error_text(Mute()) == "Mute: <its message raised ValueError>"
    assert len(error_text(ValueError("x" * 10**6))) <= LIMIT


def test_clip():
    assert clip("abc", 3) == "abc"
    assert clip("abcd", 3) == "ab…"


def test_a_large_dict_is_neither_sorted_nor_walked():
    # reprlib would sort all keys: a second for a million, at every step
    class Key:
        asked = 0

        def __lt__(self, other):
            Key.asked += 1
            return False

        def __repr__(self):
            Key.asked += 1
            return "key"

    assert safe_repr({Key(): 1 for _ in range(1_000)}).endswith("…}")
    assert Key.asked < 20
