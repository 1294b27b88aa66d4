"""Clicks through the stepper: what each button does, says and leaves alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

BUTTONS = (
    "call",
    "next()",
    "next() ×5",
    "send(…)",
    "throw(…)",
    "close()",
    "restart",
    "back",
    "forward",
)

VISITORS = """
import lazylab

def visitors():
    yield "Ada"
    yield "Grace"
    yield "Alan"

lazylab.step(visitors)
"""

COUNTER = """
import lazylab

def counter():
    n = 0
    while True:
        n += 1
        yield n

lazylab.step(counter)
"""

ECHO = """
import lazylab

secret = 41

def echo():
    heard = None
    while True:
        heard = yield heard

lazylab.step(echo)
"""


# ---- next and call --------------------------------------------------------------------------


def test_nothing_runs_until_a_button_is_pressed(desk):
    step = desk.run(VISITORS)
    step.is_at(0, "uncalled")
    step.says("Nothing has run yet.")
    expect(step.handed).to_have_count(0)


def test_call_makes_the_generator_and_counts_as_no_step(desk):
    step = desk.run(VISITORS)
    step.press("call")
    step.is_at(0, "created")
    step.says("No line of the body has run.")


def test_next_pressed_first_calls_and_resumes(desk):
    step = desk.run(VISITORS)
    step.press("next()")
    step.is_at(1, "suspended")
    expect(step.handed).to_have_text(["'Ada'"])
    expect(step.part("position")).to_have_text("1 of 1")


def test_next_after_call_is_the_first_step(desk):
    step = desk.run(VISITORS)
    step.press("call", "next()")
    step.is_at(1, "suspended")
    expect(step.handed).to_have_text(["'Ada'"])


def test_next_until_the_end(desk):
    step = desk.run(VISITORS)
    step.press("next()", "next()", "next()")
    expect(step.handed).to_have_text(["'Ada'", "'Grace'", "'Alan'"])
    step.press("next()")
    step.is_at(4, "closed")
    step.says("StopIteration")


def test_next_after_the_end_says_stop_iteration_again(desk):
    step = desk.run(VISITORS)
    step.press("next() ×5")
    step.is_at(4, "closed")
    step.press("next()")
    step.is_at(5, "closed")
    step.says("The generator is closed. No line ran, and next() raised StopIteration.")


def test_five_at_once(desk):
    step = desk.run(COUNTER)
    step.press("next() ×5")
    step.is_at(5, "suspended")
    expect(step.handed).to_have_text(["1", "2", "3", "4", "5"])


def test_clicks_that_come_faster_than_their_answers_all_count(desk):
    step = desk.run(COUNTER)
    step.button("next()").evaluate("button => { for (let i = 0; i < 12; i++) button.click(); }")
    step.is_at(12, "suspended")
    step.says("Step 12.")


def test_the_source_shows_what_ran_and_where_it_stands(desk):
    step = desk.run(VISITORS)
    step.press("next()", "next()")
    standing = step.source.locator(".lz-line-at")
    expect(standing).to_have_count(1)
    expect(standing).to_contain_text("❚❚")
    expect(standing.locator(".lz-yield")).to_have_text('yield "Grace"')


def test_a_variable_shows_its_old_and_its_new_value(desk):
    step = desk.run(COUNTER)
    step.press("next()", "next()")
    expect(step.kept("n")).to_have_text("1 2")


# ---- restart, back, forward, close ----------------------------------------------------------


def test_restart_stands_before_the_call_again(desk):
    step = desk.run(VISITORS)
    step.press("next()", "next()", "restart")
    step.is_at(0, "uncalled")
    step.press("next()")
    step.is_at(1, "suspended")
    expect(step.handed).to_have_text(["'Ada'"])


def test_close_counts_and_closes(desk):
    step = desk.run(VISITORS)
    step.press("next()", "close()")
    step.is_at(2, "closed")
    step.says("GeneratorExit")


def test_back_shows_an_earlier_step_and_moves_nothing(desk):
    step = desk.run(COUNTER)
    step.press("next()", "next()", "next()", "back", "back")
    step.says(re.compile(r"Looking back; .* at step 3\. Step 1\."))
    expect(step.part("position")).to_have_text("1 of 3")
    expect(step.handed).to_have_text(["1"])
    expect(step.kept("n")).to_have_text(re.compile("^1"))
    step.is_at(3, "suspended")


def test_forward_comes_back_to_the_latest_step(desk):
    step = desk.run(COUNTER)
    step.press("next()", "next()", "back", "forward")
    expect(step.part("position")).to_have_text("2 of 2")
    expect(step.handed).to_have_text(["1", "2"])
    expect(step.button("forward")).to_have_attribute("aria-disabled", "true")


def test_next_while_looking_back_goes_on_from_where_the_generator_is(desk):
    step = desk.run(COUNTER)
    step.press("next()", "next()", "next()", "back", "back", "next()")
    step.is_at(4, "suspended")
    expect(step.part("position")).to_have_text("4 of 4")
    expect(step.handed).to_have_text(["1", "2", "3", "4"])


# ---- send and throw -------------------------------------------------------------------------


def test_send_makes_the_value_the_result_of_the_yield(desk):
    step = desk.run(ECHO)
    step.press("next()")
    step.send("10")
    step.is_at(2, "suspended")
    expect(step.handed).to_have_text(["None", "10"])
    expect(step.part("sent")).to_have_text("Sent in10")


def test_enter_in_the_textbox_sends(desk):
    step = desk.run(ECHO)
    step.press("next()")
    step.box.fill("'hello'")
    step.box.press("Enter")
    step.is_at(2, "suspended")
    expect(step.handed).to_have_text(["None", "'hello'"])


def test_send_knows_the_names_of_the_notebook(desk):
    step = desk.run(ECHO)
    step.press("next()")
    step.send("secret + 1")
    expect(step.handed).to_have_text(["None", "42"])


def test_throw_raises_at_the_pause(desk):
    step = desk.run(ECHO)
    step.press("next()")
    step.throw('ValueError("no")')
    step.is_at(2, "closed")
    step.says("ValueError: no came out. The generator is closed and its frame is gone.")
    expect(step.part("sent")).to_contain_text("Thrown in")


@pytest.mark.parametrize("name", ["send(…)", "throw(…)"])
def test_an_empty_box_gets_a_sentence_and_changes_nothing(desk, name):
    step = desk.run(ECHO)
    step.press("next()", name)
    step.says("into the box first, such as")
    step.is_at(1, "suspended")
    step.press("next()")
    step.is_at(2, "suspended")


@pytest.mark.parametrize(
    ("typed", "name"),
    [("1 +", "send(…)"), ("nonsense", "send(…)"), ("1/0", "throw(…)"), ("no such", "throw(…)")],
)
def test_nonsense_in_the_box_gets_a_sentence_and_changes_nothing(desk, typed, name):
    step = desk.run(ECHO)
    step.press("next()")
    step.box.fill(typed)
    step.press(name)
    step.says(f"{typed} could not be used")
    step.is_at(1, "suspended")
    step.press("next()")
    step.is_at(2, "suspended")


# ---- the controls ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("presses", "off"),
    [
        ((), {"send(…)", "throw(…)", "close()", "restart", "back", "forward"}),
        (("call",), {"call", "back", "forward"}),
        (("next()", "next()"), {"call", "forward"}),
        (("next()", "next()", "back"), {"call"}),
        (("next() ×5",), {"call", "forward"}),
    ],
)
def test_every_control_is_there_once_and_the_idle_ones_are_marked(desk, presses, off):
    step = desk.run(VISITORS)
    step.press(*presses)
    expect(step.box).to_have_count(1)
    expect(step.root.get_by_role("button")).to_have_count(len(BUTTONS))
    for name in BUTTONS:
        expect(step.button(name)).to_have_count(1)
        expect(step.button(name)).to_have_attribute("aria-disabled", str(name in off).lower())
    expect(step.root.locator("[disabled]")).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("send(…)", "There is no generator yet."),
        ("throw(…)", "There is no generator yet."),
        ("close()", "There is no generator yet."),
        ("restart", "It stands at the start."),
        ("back", "This is the first recorded step."),
        ("forward", "This is the latest step."),
    ],
)
def test_an_idle_button_says_why_and_does_nothing(desk, name, reason):
    step = desk.run(VISITORS)
    step.press_idle(name)
    step.says(reason)
    step.is_at(0, "uncalled")
    step.press("next()")
    step.is_at(1, "suspended")
    step.says("Step 1.")


def test_an_idle_call_says_why_and_does_nothing(desk):
    step = desk.run(VISITORS)
    step.press("next()")
    step.press_idle("call")
    step.says("There is a generator iterator already.")
    step.press("next()")
    step.is_at(2, "suspended")


def test_the_controls_stay_the_same_elements(desk):
    step = desk.run(COUNTER)
    keepers = "root => [root, ...root.querySelectorAll('button, input, [role=status]')]"
    count = step.root.evaluate(f"root => ({keepers})(root).map(node => node.mark = true).length")
    assert count == 1 + len(BUTTONS) + 2
    step.press(*["next()"] * 10)
    step.is_at(10, "suspended")
    kept = step.root.evaluate(f"root => ({keepers})(root).map(node => node.mark === true)")
    assert kept == [True] * count


def test_a_frame_card_stays_the_same_element_from_resume_to_resume(desk):
    step = desk.run(COUNTER)
    step.press("next()")
    card = step.part("frames").locator("> *")
    card.evaluate("card => card.mark = true")
    step.press("next()", "next() ×5")
    expect(step.kept("n")).to_have_text("6 7")
    expect(card).to_have_count(1)
    assert card.evaluate("card => card.mark") is True


def test_the_status_is_a_live_region(desk):
    step = desk.run(VISITORS)
    expect(step.status).to_have_attribute("aria-live", "polite")
    expect(step.root).to_have_role("group")
    expect(step.root).to_have_accessible_name("Step through visitors()")


# ---- what a step prints, and text that looks like HTML --------------------------------------


def test_prints_of_a_step_appear_in_the_pane_only(desk):
    step = desk.run("""
import lazylab, sys

def loud():
    print("good morning")
    print("to stderr", file=sys.stderr)
    yield 1
    print("good night")

lazylab.step(loud)
""")
    step.press("next()")
    expect(step.part("printed").locator("pre")).to_have_text("good morning\nto stderr")
    step.press("next()")
    expect(step.part("printed").locator("pre")).to_have_text("good night")
    expect(desk.page.locator(".jp-OutputArea-child")).to_have_count(1)


HOSTILE = """
import lazylab

class Evil:
    def __repr__(self):
        return "<script>window.evil = 1</script>"

def hostile(argument="<i id=evil>"):
    kept = "<u id=evil>kept</u>"
    print("<em id=evil>printed</em>")
    sent = yield "<b id=evil>x</b>"
    yield Evil()
    raise ValueError("<img src=x onerror='window.evil = 1'>")

lazylab.step(hostile, "<s id=evil>")
"""


def test_text_that_looks_like_html_is_shown_as_text(desk):
    step = desk.run(HOSTILE)
    step.press("next()")
    expect(step.handed).to_have_text(["'<b id=evil>x</b>'"])
    expect(step.kept("kept")).to_contain_text("'<u id=evil>kept</u>'")
    expect(step.part("printed").locator("pre")).to_have_text("<em id=evil>printed</em>")
    step.send("'<svg id=evil onload=\"window.evil = 1\">'")
    expect(step.part("sent")).to_contain_text("<svg id=evil")
    expect(step.handed.last).to_have_text("<script>window.evil = 1</script>")
    step.send("<b id=evil>")
    step.says("<b id=evil> could not be used")
    step.press("next()")
    step.says("ValueError: <img src=x")
    expect(step.root.locator("#evil, script, img, svg, b, u, i, em, s")).to_have_count(0)
    assert desk.page.evaluate("window.evil") is None


def test_the_static_picture_of_hostile_text_is_text(desk):
    desk.run("""
import lazylab
from IPython.display import HTML

def hostile(argument):
    kept = "<u id=evil>kept</u>"
    yield "<b id=evil>x</b>"

step = lazylab.step(hostile, "<s id=evil>")
step.next()
HTML(step._repr_mimebundle_()[0]["text/html"])
""")
    output = desk.page.locator(".jp-RenderedHTMLCommon.jp-OutputArea-output")
    expect(output).to_contain_text("<b id=evil>x</b>")
    expect(output.locator("#evil")).to_have_count(0)
