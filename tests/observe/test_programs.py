"""One run of a program: what it printed, how it ended, and nothing that comes out of it."""

import gc
import sys

import pytest

from lazylab.observe.programs import as_of_now, run_once
from lazylab.records import Ran


def test_prints_and_a_value(capsys):
    def program():
        print("one")
        print("two", file=sys.stderr)
        return [3]

    assert run_once(program, 5) == Ran("finished", "one\ntwo\n", 0, "[3]")
    assert capsys.readouterr() == ("", "")


def test_none_is_no_value():
    assert run_once(lambda: None, 5) == Ran("finished")


def test_addresses_are_folded():
    class Thing:
        pass

    ran = run_once(lambda: print(x for x in "ab"), 5)
    assert ran.printed.endswith("<genexpr> at 0x…>\n")
    assert run_once(Thing, 5).value.endswith("Thing object at 0x…>")


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ValueError("no"), "ValueError: no"),
        (StopIteration(), "StopIteration"),
        (SystemExit(2), "SystemExit: 2"),
        (KeyboardInterrupt(), "KeyboardInterrupt"),
        (GeneratorExit(), "GeneratorExit"),
    ],
)
def test_what_is_raised_is_an_ending(error, text):
    def program():
        print("before")
        raise error

    assert run_once(program, 5) == Ran("raised", "before\n", 0, text)


def test_what_hangs_is_interrupted_and_its_prints_are_kept():
    def program():
        print("before")
        while True:
            pass

    assert run_once(program, 0.1) == Ran("interrupted", "before\n")


def test_a_megabyte_is_counted_and_cut():
    ran = run_once(lambda: print("x" * 1_000_000), 5)
    assert len(ran.printed) + ran.printed_more == 1_000_001
    assert len(ran.printed) == 2_000


def test_a_repr_that_hangs_or_raises_is_no_trouble():
    class Slow:
        def __repr__(self):
            while True:
                pass

    class Broken:
        def __repr__(self):
            raise SystemExit

    assert "its repr raised" in run_once(Slow, 0.1).value
    assert "its repr raised SystemExit" in run_once(Broken, 5).value


def test_a_generator_that_a_failed_program_leaves_behind_prints_to_nobody(capsys):
    def talkative():
        try:
            yield
        finally:
            print("closing")

    def program():
        left = talkative()
        next(left)
        raise ValueError

    assert run_once(program, 5).ending == "raised"
    gc.collect()
    assert capsys.readouterr().out == ""


# ---- names bound anew by later cells --------------------------------------------------------


def cell(source, names):
    exec(source, names)


def test_a_program_sees_the_names_of_its_own_cell():
    names = {}
    cell("def f(): return 1\nclass K: x = 1\ndef program(): return f(), (lambda: K.x)()", names)
    program = as_of_now(names["program"])
    cell("def f(): return 2\nclass K: x = 2", names)
    assert program() == (1, 1)
    assert names["program"]() == (2, 2)


def test_a_name_that_comes_later_is_found():
    names = {}
    cell("def program(n=2, *, k=3): return f(n) + k", names)
    program = as_of_now(names["program"])
    assert run_once(program, 5).value == "NameError: name 'f' is not defined"
    cell("def f(n): return n * 10", names)
    assert program() == 23


def test_what_a_program_binds_stays_with_it():
    names = {"seen": 0}
    cell("def program():\n    global seen\n    seen += 1\n    return seen", names)
    program = as_of_now(names["program"])
    assert (program(), program(), names["seen"]) == (1, 1, 0)


def test_closures_and_callables_of_other_kinds_work():
    n = 4
    assert as_of_now(lambda: n + 1)() == 5
    assert as_of_now(dict)() == {}
