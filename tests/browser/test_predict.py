"""Predictions in the page: nothing runs before an answer, and an answer needs no mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.test_keyboard import RUN_KEYS, has_focus, press_keys, snapshot, tab_to

CLOSED = """
import lazylab

runs = []

def program():
    runs.append(1)
    print("one")
    print("two")

choices = {"one": "There are two prints.", "one\\ntwo": "", "<b>two</b>": "No."}
lazylab.predict("What does `program` show?", program, choices, "Each `print` is a line.")
"""
WRITTEN = """
import lazylab

lazylab.predict("Which two numbers does it print?", lambda: print(10, 0))
"""
HANGING = """
import lazylab

def program():
    while True:
        pass

lazylab.predict("When does it end?", program)
"""


@pytest.fixture
def closed(desk):
    return run(desk, CLOSED)


@pytest.fixture
def written(desk):
    return run(desk, WRITTEN)


def run(desk, code):
    desk.clear()
    desk.type(code)
    return desk.prediction()


def desk_is_alive(desk):
    assert desk.type("print(6 * 7)").get_by_text("42").count() == 1


def test_nothing_runs_until_an_answer_is_pressed(desk, closed):
    closed.is_in_state("open")
    closed.says("Nothing has run yet.")
    closed.choose("A")
    closed.is_in_state("wrong")
    assert desk.type("print('runs:', len(runs))").get_by_text("runs: 1").count() == 1


def test_a_wrong_answer_is_told_why_and_both_are_marked(closed):
    closed.choose("A")
    closed.says("Not this time. You said one. It showed one, two. There are two prints.")
    expect(closed.part("reveal")).to_have_text("What happened. Each print is a line.")
    expect(closed.choices.nth(0)).to_have_attribute("data-note", "✗ your answer")
    expect(closed.choices.nth(1)).to_have_attribute("data-note", "✓ what happened")
    expect(closed.choices.nth(2)).not_to_have_attribute("data-note", "")


def test_a_right_answer(closed):
    closed.choose("B")
    closed.is_in_state("right")
    closed.says("Right. It showed one, two. Each print is a line.")


def test_the_answer_stands_until_again_is_pressed(closed):
    closed.choose("A")
    closed.is_in_state("wrong")
    closed.choices.nth(1).click(force=True)
    closed.says("This is answered. Press again to answer once more.")
    closed.is_in_state("wrong")
    closed.button("again").click()
    closed.is_in_state("open")
    closed.choose("B")
    closed.is_in_state("right")


def test_who_does_not_know_can_go_on(closed):
    closed.button("show me").click()
    closed.is_in_state("shown")
    closed.says("It showed one, two. Each print is a line.")


def test_a_written_answer(written):
    written.write("10, 0")
    written.is_in_state("right")


def test_an_empty_answer_is_asked_for(written):
    written.button("commit").click()
    written.says("Write what you expect into the box first")
    written.is_in_state("open")


def test_the_whole_with_the_keyboard(desk, closed):
    desk.select_cell()
    tab_to(desk, closed.choices.nth(1))
    desk.page.keyboard.press("Enter")
    closed.is_in_state("right")
    has_focus(closed.choices.nth(1))
    tab_to(desk, closed.button("again"))
    desk.page.keyboard.press("Space")
    closed.is_in_state("open")
    has_focus(closed.button("again"))


def test_a_letter_gives_the_answer_that_has_it(desk, closed):
    closed.choices.nth(0).focus()
    for key in ("Control+b", "d", "e"):
        desk.page.keyboard.press(key)
    closed.is_in_state("open")
    desk.page.keyboard.press("b")
    closed.is_in_state("right")


def test_a_written_answer_with_the_keyboard(desk, written):
    desk.select_cell()
    tab_to(desk, written.box)
    desk.page.keyboard.type("0 10")
    desk.page.keyboard.press("Enter")
    written.is_in_state("wrong")
    has_focus(written.box)


@pytest.mark.parametrize("keys", ["d d x", "z m y 1", "j k ArrowDown ArrowUp", "0 0", RUN_KEYS])
def test_jupyterlabs_keys_stay_out(desk, closed, keys):
    before = snapshot(desk)
    closed.choices.nth(2).focus()
    press_keys(desk.page, keys)
    assert snapshot(desk) == before
    has_focus(closed.choices.nth(2))


def test_the_answer_is_announced_in_a_node_that_stays(closed):
    node = closed.status.element_handle()
    closed.choose("B")
    closed.says("Right.")
    assert node.evaluate("node => node.isConnected")
    assert "Right." in node.text_content()


def test_a_program_that_hangs_is_ended_and_the_kernel_lives(desk):
    hanging = run(desk, HANGING)
    hanging.write("never")
    hanging.says("(it does not end)")
    desk_is_alive(desk)
