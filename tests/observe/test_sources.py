"""The source that is shown: whole, cut where it is long, moved left where it is indented."""

import linecache

from lazylab.observe.sources import SHOWN, code_of, source_of


def compiled(text, name, filename):
    linecache.cache[filename] = (len(text), None, text.splitlines(keepends=True), filename)
    names = {}
    exec(compile(text, filename, "exec"), names)
    return names[name]


def test_comments_and_decorators_belong_to_the_source():
    text = "def same(f): return f\n@same\ndef f():\n    yield 1\n    # the end\n    pass\n\nx = 1\n"
    source = source_of("f", "f()", "function", code_of(compiled(text, "f", "<cell 1>")))
    assert source.lines == ("@same", "def f():", "    yield 1", "    # the end", "    pass")
    assert source.first_line == 2


def test_a_nested_function_is_moved_left():
    def f():
        yield 1

    source = source_of("f", "f()", "function", f.__code__)
    assert source.lines == ("def f():", "    yield 1")
    assert source.margin == 4


def test_a_long_source_is_cut_and_says_so():
    text = "def f():\n" + "    x = 1\n" * 1_000 + "    yield x\n"
    source = source_of("f", "f()", "function", code_of(compiled(text, "f", "<cell 2>")))
    assert len(source.lines) == SHOWN
    assert source.note == "The first 300 of 1002 lines."


def test_a_redefinition_shows_its_own_text():
    old = compiled("def f():\n    yield 'old'\n", "f", "<cell 3>")
    new = compiled("def f():\n    yield 'new'\n", "f", "<cell 4>")
    shown = [source_of("f", "f()", "function", code_of(f)).lines[1] for f in (old, new)]
    assert shown == ["    yield 'old'", "    yield 'new'"]
