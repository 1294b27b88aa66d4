"""A stub is not attempted yet, whatever it looks like; an attempt is an attempt, however small."""

import functools
import itertools

import pytest

from lazylab import check
from lazylab.exercises.catalogue import CATALOGUE
from lazylab.exercises.stubs import is_stub


def only_a_docstring(*args):
    """Hand over something."""


def only_pass(*args):
    pass


def only_dots(*args): ...


def returns_none(*args):
    return None


def raises_not_implemented(*args):
    raise NotImplementedError


FORMS = [only_a_docstring, only_pass, only_dots, returns_none, raises_not_implemented]


@pytest.mark.parametrize("stub", FORMS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("name", CATALOGUE)
def test_a_stub_is_not_attempted(name, stub):
    verdict = check(name, stub)
    assert not verdict.attempted
    assert not verdict.passed
    assert verdict.message.startswith(f"{name}: not attempted yet.")


def documented_pass(n):
    """Count down."""


def documented_dots(n: int, *, step: int = 1) -> None:
    """Count down."""


def bare_return(n):
    """Count down."""
    return


def not_implemented_with_words(n):
    raise NotImplementedError("todo")


def not_implemented_in_a_generator(n):
    raise NotImplementedError
    yield


def not_implemented_after_a_docstring(n):
    """Count down."""
    raise NotImplementedError()


def closing_over(value):
    def stub(n):
        """Nothing here yet."""
        if False:
            return value

    return stub


class EmptyClass:
    """Nothing here yet."""


class StubClass:
    kind = "stub"

    def __init__(self, n):
        pass

    def __iter__(self): ...

    def __next__(self):
        raise NotImplementedError


class SlottedStub:
    __slots__ = ()

    def __next__(self):
        pass


class Methods:
    def stub(self, n):
        pass

    @staticmethod
    def static_stub(n):
        """Nothing here yet."""

    def __call__(self, n): ...


@pytest.mark.parametrize(
    "stub",
    [
        documented_pass, documented_dots, bare_return, not_implemented_with_words,
        not_implemented_in_a_generator, not_implemented_after_a_docstring, closing_over(3),
        EmptyClass, StubClass, SlottedStub, Methods().stub, Methods.static_stub, Methods(),
        lambda n: None, lambda n: ..., functools.partial(only_pass, 1),
    ],
    ids=lambda f: getattr(f, "__name__", type(f).__name__),
)  # fmt: skip
def test_other_stubs(stub):
    assert is_stub(stub)


def returns_a_number(n):
    return 7


def returns_an_empty_text(n):
    return ""


def returns_the_argument(n):
    return n


def returns_the_error(n):
    return NotImplementedError


def raises_something_else(n):
    raise ValueError


def raises_not_implemented_later(n):
    if n > 3:
        raise NotImplementedError
    return iter(())


def an_empty_generator(n):
    return
    yield


def one_yield(n):
    yield


def only_a_name(n):
    result = None
    return result


def only_a_print(n):
    print(n)


class Attempt:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        pass


class Subclass(itertools.count):
    pass


class DerivedStub(Attempt):
    pass


@pytest.mark.parametrize(
    "answer",
    [
        returns_a_number, returns_an_empty_text, returns_the_argument, returns_the_error,
        raises_something_else, raises_not_implemented_later, an_empty_generator, one_yield,
        only_a_name, only_a_print, Attempt, Subclass, DerivedStub, lambda n: iter(()),
        itertools.chain, range, map, iter, len, functools.partial(returns_a_number, 3),
        [].append,
    ],
    ids=lambda f: getattr(f, "__name__", type(f).__name__),
)  # fmt: skip
def test_attempts(answer):
    assert not is_stub(answer)
