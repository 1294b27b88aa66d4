"""How the stepper looks: readable in both themes, and whole in a narrow or a zoomed window."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.notebook import artefact, faint, overflowing

PROGRAM = '''

def numbers(upto):
    """Hand over some numbers."""
    for number in range(upto):
        print(f"number {number} of {upto}, and a line that is long enough to wrap in a panel")
        heard = yield number  # what was sent comes out here
    return "done"

def everything(a_name_that_is_rather_long=10, title="a text that is a little longer than usual"):
    total, seen, table = 0, [], {"one": 1, "two": 2, "three": 3}
    result = yield from numbers(3)
    try:
        while total < 1_000_000:
            total += 1
            seen.append(total)
            heard = yield {"total": total, "seen": seen, "title": title}
    finally:
        print("closing")
'''
STATES = {
    "uncalled": "s = lazylab.step(everything)\ns",
    "created": "s = lazylab.step(everything)\ns.call()\ns",
    "delegating": "s = lazylab.step(everything)\ns.next(2)\ns",
    "suspended": "s = lazylab.step(everything)\ns.next(6)\ns.send('a text')\ns",
    "thrown": "s = lazylab.step(everything)\ns.next(5)\ns.throw(ValueError('no'))\ns",
    "looking back": "s = lazylab.step(everything)\ns.next(6)\ns",
    "ended": "s = lazylab.step(numbers, 2)\ns.next(5)\ns",
}
PICTURE = """
from IPython.display import HTML

s = lazylab.step(everything)
s.next(5)
HTML(s._repr_mimebundle_()[0]["text/html"])
"""
PREDICTIONS = """
words = "a long line of words that has to be broken somewhere in a narrow window " * 2
first = {"1\\n2": "", words: "It prints numbers."}
why = "Each `print` ends a line, so there are two."
print_two = lambda: print("1\\n2")
asked = [lazylab.predict("What does `print_two` show?", print_two, first, why) for _ in range(3)]
asked.append(lazylab.predict("What does `print_two` show? Write it down.", print_two))
asked[1].answer(words)
asked[2].answer("A")
asked[3].answer("three")
"""
ASKED = ("open", "wrong", "right", "written")
ANSWERS = """
import lazylab
def eager(iterable, k):
    items = list(iterable)
    for i in range(0, len(items), k):
        yield items[i : i + k]

def unknown(iterable, k):
    yield "a text that is rather long and comes out in place of a chunk " * 3
"""
VERDICTS = {
    "eager": 'lazylab.check("chunks", eager)',
    "unknown": 'lazylab.check("chunks", unknown)',
    "correct": 'lazylab.check("countdown", lambda n: iter(range(n, 0, -1)))',
    "hint": 'lazylab.hint("chunks")',
    "solution": 'lazylab.solution("chunks"); lazylab.solution("chunks")',
    "progress": "lazylab.progress()",
}
CELLS = [
    ANSWERS,
    *VERDICTS.values(),
    PROGRAM,
    *STATES.values(),
    PREDICTIONS,
    *(f"asked[{n}]" for n in range(len(ASKED))),
]
WINDOWS = {
    "narrow": {"viewport": {"width": 420, "height": 800}},
    # what a 1280 x 800 screen leaves of itself at 200 %
    "zoomed": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
}


def each_state(notebook):
    """Yield a name and the widget of every state."""
    for n, name in enumerate(STATES):
        step = notebook.stepper(n)
        if name == "looking back":
            step.box.fill("10")
            step.press("back", "back")
            step.says("Looking back")
        yield name, step
    for n, name in enumerate(ASKED):
        yield f"predict-{name}", notebook.prediction(n)
    for n, name in enumerate(VERDICTS, 1):
        yield f"check-{name}", notebook.output(n)


def test_every_state_is_readable(theme, notebook):
    notebook.write(f"look-{theme}", [*CELLS, PICTURE])
    is_light = str(theme == "light").lower()
    expect(notebook.page.locator("body")).to_have_attribute("data-jp-theme-light", is_light)
    notebook.run_all()
    spoiled = []
    for name, step in each_state(notebook):
        step.picture(f"{theme}-{name}")
        spoiled += [f"{name}: {words}" for words in faint(step.root) + overflowing(step.root)]
    picture = notebook.cells.last.locator(".jp-OutputArea-output")
    picture.screenshot(path=artefact(f"{theme}-static"))
    spoiled += [f"static: {words}" for words in faint(picture)]
    assert not spoiled, "\n".join(spoiled)


@pytest.mark.parametrize(
    ("notebook", "window"),
    [(options, name) for name, options in WINDOWS.items()],
    indirect=["notebook"],
    ids=WINDOWS,
)
def test_nothing_is_cut_off_in_a_small_window(notebook, window):
    notebook.write(f"look-{window}", CELLS)
    notebook.hide_side_bar()
    notebook.run_all()
    spoiled = []
    for name, step in each_state(notebook):
        step.picture(f"{window}-{name}")
        spoiled += [f"{name}: {words}" for words in overflowing(step.root)]
    notebook.picture(f"{window}-window")
    assert not spoiled, "\n".join(spoiled)
