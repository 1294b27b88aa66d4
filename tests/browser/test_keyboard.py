"""The stepper without a mouse, and without JupyterLab's own keys getting in the way."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.test_stepper import COUNTER, ECHO, VISITORS

# what JupyterLab does with a key while a cell, and no text, has the focus
COMMANDS = {
    "delete": "d d x",
    "insert": "a b c v z",
    "kind": "m y r 1",
    "kernel": "0 0 i i",
    "move": "j k ArrowDown ArrowUp Home End",
    "other": "l o Shift+l Shift+m",
}
RUN_KEYS = "Shift+Enter ControlOrMeta+Enter Alt+Enter"


def has_focus(locator):
    expect(locator).to_be_focused()


def press_keys(page, keys):
    for key in keys.split():
        page.keyboard.press(key)


def tab_to(desk, locator, key="Tab"):
    """Press Tab until `locator` has the focus; a learner would give up earlier."""
    for _ in range(30):
        if locator.evaluate("node => node === document.activeElement"):
            return
        desk.page.keyboard.press(key)
    pytest.fail(f"30 times {key} do not reach {locator}")


def snapshot(desk):
    """Return what JupyterLab's keys could change: the cells, their kinds, text and numbers."""
    return desk.page.evaluate(
        "() => [...document.querySelectorAll('.jp-Notebook .jp-Cell')].map(cell => ["
        "  [...cell.classList].find(name => /^jp-(Code|Markdown|Raw)Cell$/.test(name)),"
        "  cell.querySelector('.cm-content')?.textContent,"
        "  cell.querySelector('.jp-InputPrompt')?.textContent,"
        "  cell.querySelectorAll('.lazylab-step').length,"
        "])"
    )


def test_tab_goes_from_the_cell_to_the_buttons_in_their_order(desk):
    step = desk.run(ECHO)
    desk.select_cell()
    tab_to(desk, step.button("call"))
    for name in ("next()", "next() ×5"):
        desk.page.keyboard.press("Tab")
        has_focus(step.button(name))
    desk.page.keyboard.press("Tab")
    has_focus(step.box)
    for name in ("send(…)", "throw(…)", "close()", "restart", "back", "forward"):
        desk.page.keyboard.press("Tab")
        has_focus(step.button(name))
    desk.page.keyboard.press("Tab")
    has_focus(step.source)
    desk.page.keyboard.press("Shift+Tab")
    has_focus(step.button("forward"))


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_presses_the_button_and_the_focus_stays(desk, key):
    step = desk.run(COUNTER)
    step.button("next()").focus()
    for number in (1, 2, 3):
        desk.page.keyboard.press(key)
        step.is_at(number, "suspended")
        has_focus(step.button("next()"))


def test_the_focus_stays_on_a_button_that_has_nothing_left_to_do(desk):
    step = desk.run(VISITORS)
    step.button("call").focus()
    desk.page.keyboard.press("Enter")
    step.is_at(0, "created")
    expect(step.button("call")).to_have_attribute("aria-disabled", "true")
    has_focus(step.button("call"))
    desk.page.keyboard.press("Enter")
    step.says("There is a generator iterator already.")
    has_focus(step.button("call"))


def test_a_focused_button_can_be_seen(desk):
    step = desk.run(VISITORS)
    step.button("call").focus()
    desk.page.keyboard.press("Tab")
    outline = step.button("next()").evaluate("node => getComputedStyle(node).outlineStyle")
    assert outline == "solid"


@pytest.mark.parametrize("keys", COMMANDS.values(), ids=COMMANDS)
def test_command_keys_on_a_button_do_nothing(desk, keys):
    step = desk.run(COUNTER)
    step.press("next()")
    before = snapshot(desk)
    step.button("next()").focus()
    press_keys(desk.page, keys)
    assert snapshot(desk) == before
    has_focus(step.button("next()"))
    desk.page.keyboard.press("Enter")
    step.is_at(2, "suspended")
    expect(desk.page.locator(".jp-Dialog")).to_have_count(0)
    assert snapshot(desk) == before


def test_command_keys_on_the_source_do_nothing(desk):
    step = desk.run(COUNTER)
    before = snapshot(desk)
    step.source.focus()
    press_keys(desk.page, "d d x a b m ArrowDown")
    assert snapshot(desk) == before
    has_focus(step.source)


@pytest.mark.parametrize("place", ["button", "box", "source"])
def test_run_keys_in_the_pane_do_not_run_the_cell(desk, place):
    step = desk.run(COUNTER)
    step.press("next()")
    before = snapshot(desk)
    focused = {"button": step.button("restart"), "box": step.box, "source": step.source}[place]
    focused.focus()
    press_keys(desk.page, RUN_KEYS)
    assert snapshot(desk) == before
    has_focus(focused)


def test_escape_leaves_the_pane_for_the_cell(desk):
    step = desk.run(COUNTER)
    step.press("next()")
    desk.page.keyboard.press("Escape")
    has_focus(desk.cells.first)
    desk.page.keyboard.press("b")
    expect(desk.cells).to_have_count(3)


def test_command_keys_in_the_textbox_are_text(desk):
    step = desk.run(ECHO)
    step.press("next()")
    before = snapshot(desk)
    step.box.click()
    desk.page.keyboard.type("ddabx00ii")
    expect(step.box).to_have_value("ddabx00ii")
    step.press("next()")
    step.is_at(2, "suspended")
    expect(desk.page.locator(".jp-Dialog")).to_have_count(0)
    assert snapshot(desk) == before


def test_the_source_scrolls_with_the_keyboard(desk):
    body = "\n".join(f"    a{n} = {n}" for n in range(60))
    step = desk.run(f"import lazylab\n\ndef long():\n{body}\n    yield a1\n\nlazylab.step(long)")
    step.source.focus()
    desk.page.keyboard.press("PageDown")
    desk.page.wait_for_function("node => node.scrollTop > 0", arg=step.source.element_handle())
