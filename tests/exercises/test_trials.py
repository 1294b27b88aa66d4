"""The sentence about a wrong value says what differs, also where the texts do not."""

import pytest

from lazylab.exercises.trials import not_as_it_should_be, prints_alike


class Int(int):
    pass


@pytest.mark.parametrize(
    ("should", "came", "sentence"),
    [
        (3, 4, "Value 2 should be 3 and is 4."),
        (3, Int(3), "Value 2 should be 3 of type int and is 3 of type Int."),
        (
            10**300,
            10**300 + 1,
            "Value 2 should be <int of about 301 digits> and is another that looks the same when cut.",
        ),
    ],
)
def test_a_wrong_value(should, came, sentence):
    assert not_as_it_should_be(2, should, came) == sentence


@pytest.mark.parametrize("text", ["start\n", "start"])
def test_the_end_of_a_printed_line_may_be_missing(text):
    assert prints_alike("start\n", text)


@pytest.mark.parametrize("text", ["", "\n", "start\n\n", " start\n", "start \n", "start\r\n"])
def test_other_white_space_is_another_print(text):
    assert not prints_alike("start\n", text)
