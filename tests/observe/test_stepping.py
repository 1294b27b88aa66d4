"""The engine over ordinary and odd iterators: what ran, what came back, what state it left."""

import functools
import io
import itertools
import sys
import time
from contextlib import redirect_stdout

import pytest

from lazylab.errors import Refused
from lazylab.observe.stepping import HISTORY, Driver
from lazylab.reprs import LIMIT


def drive(subject, *args, seconds=5.0, **kwargs):
    return Driver(subject, args, kwargs, seconds)


def first_line(function):
    return function.__code__.co_firstlineno


def relative(step, function):
    return tuple(line - first_line(function) for line in step.lines)


# ---- the four states --------------------------------------------------------------------------


def countdown(n):
    while n > 0:
        yield n
        n -= 1


def test_calling_runs_no_line():
    driver = drive(countdown, 2)
    assert driver.last.state == "uncalled"
    step = driver.call()
    assert (step.action, step.outcome, step.state, step.lines) == ("call", "called", "created", ())
    assert step.value == "<generator object countdown at 0x…>"
    assert step.number == 0


def test_next_on_an_uncalled_function_calls_and_resumes_and_records_both():
    driver = drive(countdown, 2)
    assert driver.next().value == "2"
    assert [s.action for s in driver.steps] == ["call", "next"]


def test_every_resume_is_a_step_until_the_end_and_after_it():
    driver = drive(countdown, 2)
    assert [driver.next().outcome for _ in range(4)] == [
        "yielded", "yielded", "returned", "returned",
    ]  # fmt: skip
    assert [s.state for s in driver.steps] == [
        "created", "suspended", "suspended", "closed", "closed",
    ]  # fmt: skip
    assert [s.before for s in driver.steps][-2:] == ["suspended", "closed"]
    assert driver.last.lines == ()


def test_the_lines_of_a_resume_include_the_paused_line():
    driver = drive(countdown, 2)
    assert relative(driver.next(), countdown) == (1, 2)
    second = driver.next()
    assert relative(second, countdown) == (3, 1, 2)
    assert second.resumed_at == second.line == first_line(countdown) + 2


def test_next_n_stops_at_the_end():
    driver = drive(countdown, 3)
    assert driver.next(10).outcome == "returned"
    assert driver.last.number == 4
    assert driver.last.yields == 3


def test_next_zero_does_nothing():
    driver = drive(countdown, 3)
    assert driver.next(0).state == "uncalled"
    assert driver.steps == ()


@pytest.mark.parametrize("n", [-1, "5", 1.5, None])
def test_next_refuses_what_is_not_a_number_of_times(n):
    with pytest.raises(Refused, match=r"such as next\(5\)"):
        drive(countdown, 3).next(n)


def test_the_return_value_is_not_a_yielded_value():
    def f():
        yield 1
        return "done"

    driver = drive(f)
    driver.next(2)
    assert (driver.last.outcome, driver.last.value, driver.last.yields) == ("returned", "'done'", 1)


def test_a_raise_closes_and_names_the_line():
    def f():
        yield 1
        try:
            raise ValueError("boom")
        finally:
            print("cleaned")

    driver = drive(f)
    driver.next(2)
    step = driver.last
    assert (step.outcome, step.value, step.state) == ("raised", "ValueError: boom", "closed")
    assert step.line == first_line(f) + 3
    assert step.printed == "cleaned\n"
    assert step.frames == ()


@pytest.mark.parametrize("error", [SystemExit(3), GeneratorExit(), BaseException("x")])
def test_every_exception_is_an_outcome(error):
    def f():
        raise error
        yield

    assert drive(f).next().outcome == "raised"


def test_a_keyboard_interrupt_is_an_outcome():
    def f():
        yield 1
        raise KeyboardInterrupt

    step = drive(f).next(2)
    assert (step.outcome, step.value, step.state) == ("interrupted", "KeyboardInterrupt", "closed")


def test_stop_iteration_inside_is_a_runtime_error():
    def f():
        yield next(iter([]))

    assert drive(f).next().value == "RuntimeError: generator raised StopIteration"


# ---- send, throw, close -----------------------------------------------------------------------


def echo():
    got = yield "ready"
    while True:
        got = yield got


def test_send_becomes_the_value_of_the_yield():
    driver = drive(echo)
    driver.next()
    step = driver.send([1, 2])
    assert (step.action, step.sent, step.value) == ("send", "[1, 2]", "[1, 2]")


def test_send_before_the_first_yield_leaves_it_created():
    driver = drive(echo)
    driver.call()
    step = driver.send(1)
    assert (step.outcome, step.state, step.lines) == ("raised", "created", ())
    assert "just-started" in step.value


def test_throw_is_raised_at_the_pause_and_can_be_caught():
    def f():
        try:
            yield 1
        except ValueError:
            yield "caught"

    driver = drive(f)
    driver.next()
    step = driver.throw(ValueError("no"))
    assert (step.action, step.sent, step.outcome, step.value) == (
        "throw", "ValueError: no", "yielded", "'caught'",
    )  # fmt: skip
    assert driver.throw(KeyError).value == "KeyError"
    assert driver.last.state == "closed"


def test_throw_of_what_is_no_exception_raises_in_the_caller_only():
    driver = drive(echo)
    driver.next()
    step = driver.throw("text")
    assert step.outcome == "raised"
    assert step.value.startswith("TypeError: exceptions must be")
    assert step.state == "suspended"


def test_close_runs_finally_and_releases_the_frame():
    def f():
        try:
            yield 1
        finally:
            print("bye")

    driver = drive(f)
    driver.next()
    step = driver.close()
    assert (step.outcome, step.value, step.state, step.printed) == (
        "closed",
        None,
        "closed",
        "bye\n",
    )
    assert driver.close().before == "closed"


def test_close_before_the_body_began_runs_nothing():
    driver = drive(countdown, 3)
    driver.call()
    assert driver.close().lines == ()


def test_ignoring_generator_exit_is_a_runtime_error():
    def f():
        try:
            yield 1
        except GeneratorExit:
            yield 2

    driver = drive(f)
    driver.next()
    assert driver.close().value == "RuntimeError: generator ignored GeneratorExit"
    assert driver.last.state == "suspended"


@pytest.mark.skipif(sys.version_info < (3, 13), reason="close() returns nothing before 3.13")
def test_close_shows_the_value_it_returned():
    def f():
        try:
            yield 1
        except GeneratorExit:
            return "late"

    driver = drive(f)
    driver.next()
    assert driver.close().value == "'late'"


def test_restart_stands_before_the_call_and_drops_the_generator():
    def f():
        try:
            yield 1
        finally:
            print("dropped")

    driver = drive(f)
    driver.next()
    step = driver.restart()
    assert (step.action, step.state, step.printed) == ("start", "uncalled", "dropped\n")
    assert driver.steps == ()
    assert driver.next().number == 1


# ---- where it is paused -----------------------------------------------------------------------


def expression(step, source):
    span = step.frames[0].expression
    line = source.lines[span.line - source.first_line]
    return line[span.column - source.margin : span.end_column - source.margin]


def test_two_yields_on_one_line_are_told_apart():
    def f():
        yield 1; yield 2  # noqa: E702  # fmt: skip

    driver = drive(f)
    assert expression(driver.next(), driver.source) == "yield 1"
    step = driver.next()
    assert expression(step, driver.source) == "yield 2"
    assert relative(step, f) == (1,)


def test_columns_count_characters_not_bytes():
    def f():
        größe = "🦉"; yield größe, "ü"  # noqa: E702  # fmt: skip

    driver = drive(f)
    assert expression(driver.next(), driver.source) == 'yield größe, "ü"'


def test_a_yield_over_several_lines_has_both_ends():
    def f():
        x = yield [
            1,
            2,
        ]
        yield x

    span = drive(f).next().frames[0].expression
    assert span.end_line - span.line == 3


def test_the_chain_under_yield_from_is_frozen_with_its_locals():
    def inner(depth):
        if depth:
            yield from inner(depth - 1)
        else:
            leaf = "found"
            yield leaf

    driver = drive(inner, 2)
    step = driver.next()
    assert [f.name for f in step.frames] == ["inner"] * 3
    assert [dict(f.locals)["depth"] for f in step.frames] == ["2", "1", "0"]
    assert dict(step.frames[-1].locals)["leaf"] == "'found'"
    assert step.frames[-1].text == "yield leaf"
    assert expression(step, driver.source) == "yield from inner(depth - 1)"
    assert [f.key for f in step.frames] == [1, 2, 3]


def test_a_frame_keeps_its_key_and_its_successor_gets_another():
    def inner(x):
        yield x
        yield x

    def outer():
        yield from inner(1)
        yield from inner(2)

    driver = drive(outer)
    keys = [tuple(f.key for f in driver.next().frames) for _ in range(4)]
    assert keys[0] == keys[1]
    assert keys[2] == keys[3]
    assert keys[0][0] == keys[2][0]
    assert keys[0][1] != keys[2][1]


def test_a_deep_chain_is_cut_in_the_middle():
    def deep(n):
        if n:
            yield from deep(n - 1)
        else:
            yield "bottom"

    step = drive(deep, 50).next()
    assert len(step.frames) < 10
    assert step.hidden_frames == 51 - len(step.frames)
    assert dict(step.frames[-1].locals) == {"n": "0"}


def test_delegating_to_a_list_has_one_frame():
    def f():
        yield from [1, 2]

    assert len(drive(f).next().frames) == 1


def test_a_cell_may_call_next_in_between():
    generator = countdown(5)
    driver = drive(generator)
    driver.next()
    next(generator)
    step = driver.next()
    assert step.value == "3"
    assert step.resumed_at == first_line(countdown) + 2


# ---- what else can be stepped ------------------------------------------------------------------


def test_an_existing_generator_is_stepped_from_where_it_is():
    generator = countdown(3)
    next(generator)
    driver = drive(generator)
    assert driver.last.state == "suspended"
    assert driver.next().value == "2"
    assert next(generator) == 1


def test_an_existing_iterator_has_no_call_and_no_restart():
    driver = drive(countdown(3))
    last = driver.next()
    assert driver.restart() is last
    assert "no restart" in driver.notice
    assert driver.call() is last
    assert "nothing to call" in driver.notice
    assert driver.next().value == "2"
    assert driver.notice == ""


def test_an_exhausted_generator_stays_exhausted():
    generator = countdown(0)
    list(generator)
    driver = drive(generator)
    assert driver.last.state == "closed"
    assert driver.next().outcome == "returned"


def test_a_generator_expression_has_a_frame():
    driver = drive(x * x for x in range(3))
    step = driver.next()
    assert step.frames[0].name == driver.source.name == "generator expression"
    assert "for x in range(3)" in "\n".join(driver.source.lines)
    assert driver.next(5).state == "closed"


class Halves:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n < 1:
            raise StopIteration
        self.n /= 2
        return self.n


def test_a_class_shows_its_lines_and_its_attributes():
    driver = drive(Halves, 2)
    step = driver.next()
    assert (step.value, step.attributes, step.frames) == ("1.0", (("n", "1.0"),), ())
    assert relative(step, Halves.__next__) == (1, 3, 4)
    assert driver.source.kind == "iterator"
    driver.next(5)
    assert (driver.last.outcome, driver.last.state) == ("returned", "closed")


def test_sending_into_a_class_without_send_is_an_attribute_error():
    driver = drive(Halves(8))
    assert not driver.can("send")
    assert driver.send(1).value.startswith("AttributeError")
    assert driver.next().value == "4.0"


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda: map(str, [1, 2]), "map"),
        (lambda: itertools.count(1), "count"),
        (lambda: iter([1, 2]), "list_iterator"),
        (lambda: io.StringIO("a\nb\n"), "StringIO"),
        (lambda: zip("ab", "cd"), "zip"),
    ],
)
def test_iterators_written_in_c_step_and_say_so(make, name):
    driver = drive(make())
    assert driver.next().outcome == "yielded"
    assert (driver.source.kind, driver.source.name) == ("builtin", name)
    assert f"{name} is written in C" in driver.source.note


def test_a_real_file_steps_line_by_line(tmp_path):
    path = tmp_path / "log.txt"
    path.write_text("a\nb\n")
    with path.open() as file:
        driver = drive(file)
        assert [driver.next().value for _ in range(3)] == ["'a\\n'", "'b\\n'", "None"]
        assert driver.last.outcome == "returned"


def test_a_generator_from_exec_has_frames_and_no_source():
    names = {}
    exec("def f(a):\n    b = a + 1\n    yield b", names)
    driver = drive(names["f"], 1)
    step = driver.next()
    assert driver.source.lines == ()
    assert "No source" in driver.source.note
    assert step.frames[0].locals == (("a", "1"), ("b", "2"))
    assert step.lines == (2, 3)


def test_a_plain_function_that_returns_a_generator_shows_the_lines_of_the_call():
    def checked(n):
        if n < 0:
            raise ValueError(n)
        return countdown(n)

    driver = drive(checked, 2)
    step = driver.call()
    assert relative(step, checked) == (1, 3)
    assert driver.source.name == "countdown"
    assert driver.next().value == "2"
    bad = drive(checked, -1)
    assert bad.next().value == "ValueError: -1"
    assert bad.last.state == "uncalled"


def test_a_missing_argument_is_a_type_error_at_the_call():
    step = drive(countdown).call()
    assert (step.outcome, step.state) == ("raised", "uncalled")
    assert step.value.startswith("TypeError")


def test_a_function_that_returns_a_list_is_no_generator():
    driver = drive(sorted, [2, 1])
    step = driver.next()
    assert (step.action, step.outcome, step.value, step.state) == (
        "call", "returned", "[1, 2]", "uncalled",
    )  # fmt: skip


def test_partials_methods_and_keywords_are_called_as_given():
    class Shop:
        def orders(self, *, first):
            yield first

    driver = drive(functools.partial(Shop().orders), first=7)
    assert driver.next().value == "7"
    assert driver.source.call == "orders(first=7)"


# ---- refusals ----------------------------------------------------------------------------------


async def agen():
    yield 1


async def coro():
    pass


@pytest.mark.parametrize(
    ("subject", "args", "words"),
    [
        (agen, (), "async generator"),
        (coro, (), "coroutine"),
        (functools.partial(agen), (), "async generator"),
        ([1, 2], (), r"step\(iter\("),
        (5, (), "5 is neither"),
        (None, (), "None is neither"),
        (iter([1]), (2,), "called already"),
    ],
)
def test_what_cannot_be_stepped_is_refused_in_a_sentence(subject, args, words):
    with pytest.raises(Refused, match=words):
        drive(subject, *args)


def test_an_async_generator_object_is_refused_and_not_started():
    thing = agen()
    with pytest.raises(Refused, match="async for"):
        drive(thing)
    assert thing.ag_frame.f_lineno == first_line(agen)


def test_a_refusal_is_shown_without_a_traceback():
    with pytest.raises(Refused) as caught:
        drive(5)
    assert caught.value._render_traceback_() == [str(caught.value)]


# ---- what is printed ---------------------------------------------------------------------------


def test_only_what_this_resume_printed(capsys):
    def f():
        print("one")
        yield 1
        print("two", file=sys.stderr)
        yield 2

    driver = drive(f)
    print("outside")
    assert driver.next().printed == "one\n"
    assert driver.next().printed == "two\n"
    assert capsys.readouterr().out == "outside\n"


def test_a_megabyte_of_print_is_cut_and_counted():
    def f():
        print("x" * 1_000_000)
        yield 1

    step = drive(f).next()
    assert len(step.printed) + step.printed_more == 1_000_001
    assert len(step.printed) <= 2_000


def test_a_redirection_that_stays_open_over_a_yield_is_the_learners():
    target = io.StringIO()

    def f():
        with redirect_stdout(target):
            yield 1
            print("into target")
        print("out")
        yield 2

    before = sys.stdout
    driver = drive(f)
    driver.next()
    assert sys.stdout is target
    step = driver.next()
    assert target.getvalue() == "into target\n"
    assert step.printed == "out\n"
    assert sys.stdout is before


def test_a_generator_that_steps_another_keeps_the_prints_apart():
    def inner():
        print("inner")
        yield 1

    seen = []

    def outer():
        print("before")
        seen.append(drive(inner).next().printed)
        print("after")
        yield 2

    assert drive(outer).next().printed == "before\nafter\n"
    assert seen == ["inner\n"]


# ---- hostile values ----------------------------------------------------------------------------


class Raises:
    def __repr__(self):
        raise ZeroDivisionError


class Script:
    def __repr__(self):
        return "<script>alert(1)</script>"


class Exits:
    def __repr__(self):
        raise SystemExit


class Prints:
    def __repr__(self):
        print("from the repr")
        return "Prints()"


class NotText:
    def __repr__(self):
        return 5


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Raises(), "<Raises: its repr raised ZeroDivisionError>"),
        (Script(), "<script>alert(1)</script>"),
        (Exits(), "<Exits: its repr raised SystemExit>"),
        (NotText(), "<NotText: its repr raised TypeError>"),
        ([Raises()], "[<Raises: its repr raised ZeroDivisionError>]"),
        (Prints(), "Prints()"),
    ],
)
def test_a_hostile_repr_becomes_text(value, shown, capsys):
    def f(argument):
        kept = argument
        yield kept

    step = drive(f, value).next()
    assert step.value == shown
    assert dict(step.frames[0].locals)["kept"] == shown
    assert step.printed == ""
    assert capsys.readouterr().out == ""


def test_a_repr_that_hangs_is_interrupted():
    class Hangs:
        def __repr__(self):
            while True:
                pass

    step = drive(iter([Hangs()]), seconds=0.2).next()
    assert (step.outcome, step.value) == ("yielded", "<Hangs: its repr raised OutOfPatience>")


def test_large_values_are_cut():
    def f():
        data = list(range(1_000_000))
        table = dict.fromkeys(data)
        yield "y" * 10_000_000

    step = drive(f).next()
    assert len(step.value) <= LIMIT
    assert all(len(text) <= LIMIT for _, text in step.frames[0].locals)


def test_many_locals_are_cut_and_counted():
    names = {}
    exec("def f():\n" + "".join(f"    v{i} = {i}\n" for i in range(40)) + "    yield", names)
    frame = drive(names["f"]).next().frames[0]
    assert len(frame.locals) + frame.hidden == 40


# ---- what does not come back -------------------------------------------------------------------


def endless():
    yield 1
    while True:
        pass


def test_an_endless_loop_is_interrupted_and_the_engine_lives():
    driver = drive(endless, seconds=0.2)
    driver.next()
    step = driver.next()
    assert (step.outcome, step.state) == ("interrupted", "closed")
    assert step.value == "no answer after 0.2 s"
    assert step.line - first_line(endless) in {2, 3}
    assert drive(countdown, 1).next().value == "1"


def test_sleep_is_interrupted():
    def f():
        time.sleep(60)
        yield

    assert drive(f, seconds=0.2).next().outcome == "interrupted"


def test_code_that_swallows_the_interrupt_is_interrupted_again():
    def f():
        for _ in range(3):
            try:
                while True:
                    pass
            except BaseException:
                pass
        yield "gave in"

    assert drive(f, seconds=0.1).next().value == "'gave in'"


def test_except_exception_does_not_swallow_it():
    def f():
        while True:
            try:
                pass
            except Exception:
                pass
        yield

    assert drive(f, seconds=0.1).next().outcome == "interrupted"


# ---- bounds and good manners -------------------------------------------------------------------


def test_history_is_capped_and_numbers_go_on():
    driver = drive(itertools.count())
    driver.next(HISTORY + 200)
    assert len(driver.steps) == HISTORY
    assert driver.last.number == HISTORY + 200


def test_a_generator_advanced_from_inside_itself_says_so():
    holder = []

    def f():
        yield holder[0].next().value

    holder.append(drive(f))
    step = holder[0].next()
    assert "already executing" in step.value


def test_an_existing_tracer_comes_back():
    seen = []

    def tracer(frame, event, arg):
        seen.append(event)

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        drive(countdown, 1).next()
        after = sys.gettrace()
    finally:
        sys.settrace(before)
    assert after is tracer


def test_a_debuggers_own_line_tracer_stays_on_the_frame():
    generator = countdown(3)
    next(generator)

    def mine(frame, event, arg):
        return mine

    generator.gi_frame.f_trace = mine
    drive(generator).next()
    assert generator.gi_frame.f_trace is mine


def test_stepping_leaves_no_tracer_on_the_frame():
    generator = countdown(3)
    drive(generator).next()
    assert generator.gi_frame.f_trace is None


def test_the_value_is_not_kept_alive_by_the_engine():
    import weakref

    class Item:
        pass

    items = []

    def made(_):
        item = Item()
        items.append(weakref.ref(item))
        return item

    driver = drive(map(made, range(2)))
    assert driver.next().outcome == "yielded"
    assert items[0]() is None


def test_records_hold_no_live_objects():
    def plain(value):
        if isinstance(value, tuple):
            return all(plain(v) for v in value)
        if hasattr(value, "__dataclass_fields__"):
            return all(plain(getattr(value, f)) for f in value.__dataclass_fields__)
        return value is None or type(value) in {str, int}

    driver = drive(echo)
    driver.next()
    driver.send(object())
    driver.throw(ValueError(object()))
    assert all(plain(step) for step in driver.steps)


def test_two_drivers_of_one_iterator_share_it():
    generator = countdown(3)
    one, two = drive(generator), drive(generator)
    assert (one.next().value, two.next().value, one.next().value) == ("3", "2", "1")
