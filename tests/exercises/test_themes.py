"""What the verdict on a single exercise has to say; the matrix is in test_examine."""

from itertools import islice

import pytest

from lazylab import check
from tests.exercises import right, wrong


def said(name, answer):
    return check(name, answer).message


def test_a_wrong_prime_far_out_is_named_with_its_place():
    assert "Value 3,189 should be 29347 and is 29341." in said("primes", wrong.primes_by_powers)


@pytest.mark.parametrize("number", [999, 3_000, 3_500])
def test_primes_that_end_are_told_where(number):
    message = said("primes", lambda: islice(right.primes_odd(), number))
    assert f"It ended after {number:,} values; there should be more." in message


def test_an_average_that_ends_is_told_so_and_not_called_an_error():
    def running_average():
        total, mean = 0, None
        for n in range(1, 101):
            total += yield mean
            mean = total / n

    message = said("running_average", running_average)
    assert "It ended after 99 values; there should be more." in message


def test_the_caller_may_go_on_with_a_generator_that_was_handed_over():
    fault = check("take_while_under", wrong.take_closes).fault
    assert fault.call == "take_while_under((x for x in [1, 2, 9, 3, 4]), 5)"
    assert (fault.expected, fault.got) == ("[3, 4]", "[]")


def test_no_call_in_a_message_is_longer_than_two_lines():
    for answer in (wrong.average_of_ten, wrong.average_window, wrong.average_of_seventy):
        assert len(check("running_average", answer).fault.call) < 160
