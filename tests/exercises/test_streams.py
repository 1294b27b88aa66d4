"""Long streams for the looks far out."""

from itertools import count, islice

from lazylab.exercises.streams import mixed


def test_the_others_come_after_every_seventh_item():
    assert list(mixed(range(1, 9), (None, 0))) == [1, 2, 3, 4, 5, 6, 7, None, 0, 8]


def test_an_endless_stream_is_mixed_too_and_the_others_come_again():
    assert list(islice(mixed(count(1), iter("x")), 16)).count("x") == 2
