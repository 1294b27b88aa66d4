"""How the stepper looks: readable in both themes, and whole in a narrow or a zoomed window."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.notebook import artefact, faint, overflowing

PROGRAM = '''
import lazylab

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
    "ended": "s = lazylab.step(numbers, 2)\ns.next(5)\ns",
}
CELLS = [PROGRAM, *STATES.values()]
WINDOWS = {
    "wide": {},
    "narrow": {"viewport": {"width": 420, "height": 800}},
    # what a 1280 x 800 screen leaves of itself at 200 %
    "zoomed": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
}


@pytest.fixture(params=["JupyterLab Light", "JupyterLab Dark"], ids=["light", "dark"])
def theme(request, lab):
    lab.set("@jupyterlab/apputils-extension:themes", {"theme": request.param})
    yield request.param.split()[1].lower()
    lab.set("@jupyterlab/apputils-extension:themes", {})


def each_state(notebook):
    """Yield the name and the step-through of every state, each scrolled into view."""
    for n, name in enumerate(STATES):
        step = notebook.stepper(n)
        step.root.scroll_into_view_if_needed()
        yield name, step


def test_text_is_readable_in_every_state(theme, notebook):
    notebook.write(f"look-{theme}", CELLS)
    is_light = notebook.page.locator("body").get_attribute("data-jp-theme-light")
    assert is_light == str(theme == "light").lower()
    notebook.run_all()
    unreadable = []
    for name, step in each_state(notebook):
        step.picture(f"{theme}-{name}")
        unreadable += [f"{name}: {words}" for words in faint(step.root)]
    assert not unreadable, "\n".join(unreadable)


def test_text_is_readable_while_looking_back(theme, notebook):
    notebook.write(f"back-{theme}", [PROGRAM, STATES["suspended"]])
    notebook.run_all()
    step = notebook.stepper()
    step.press("back", "back")
    step.says("Looking back")
    step.box.fill("10")
    step.picture(f"{theme}-looking-back")
    unreadable = faint(step.root)
    assert not unreadable, "\n".join(unreadable)


def test_the_static_picture_is_readable(theme, notebook):
    notebook.open("notebooks/00-start-here.ipynb")
    output = notebook.cells.filter(has_text="def visitors").first.locator(".jp-OutputArea-output")
    expect(output).to_contain_text("Step through visitors()")
    output.screenshot(path=artefact(f"{theme}-not-run"))
    unreadable = faint(output)
    assert not unreadable, "\n".join(unreadable)


@pytest.mark.parametrize(
    ("notebook", "window"),
    [(options, name) for name, options in WINDOWS.items()],
    indirect=["notebook"],
    ids=WINDOWS,
)
def test_nothing_is_cut_off(notebook, window):
    notebook.write(f"look-{window}", CELLS)
    notebook.hide_side_bar()
    notebook.run_all()
    cut = []
    for name, step in each_state(notebook):
        step.picture(f"{window}-{name}")
        cut += [f"{name}: {words}" for words in overflowing(step.root)]
    notebook.picture(f"{window}-window")
    assert not cut, "\n".join(cut)


@pytest.mark.parametrize("notebook", [WINDOWS["narrow"]], indirect=True, ids=["narrow"])
def test_every_control_works_in_a_narrow_window(notebook):
    notebook.write("narrow", [PROGRAM + "\nlazylab.step(numbers, 9)"])
    notebook.hide_side_bar()
    notebook.run_all()
    step = notebook.stepper()
    step.press("call", "next()", "next() ×5")
    step.send("10")
    step.press("back", "forward", "close()", "restart")
    step.is_at(0, "uncalled")
