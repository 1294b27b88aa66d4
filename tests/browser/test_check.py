"""Answers judged in the page: a verdict a learner can read, and a kernel that lives on."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.test_predict import desk_is_alive

COUNTDOWN = """
import lazylab

def countdown(n):
    {body}

lazylab.check("countdown", countdown)
"""


def verdict(desk, body):
    desk.clear()
    return desk.type(COUNTDOWN.format(body=body)).locator(".jp-OutputArea-output")


def test_from_the_stub_to_the_correct_answer(desk):
    expect(verdict(desk, "...")).to_contain_text("○ countdown: not attempted yet")
    expect(verdict(desk, "return list(range(n, 0, -1))")).to_contain_text("✗ countdown: not yet")
    correct = verdict(desk, "yield from range(n, 0, -1)")
    expect(correct).to_contain_text("✓ countdown: correct")


def test_an_answer_that_hangs_gets_a_verdict_and_the_kernel_lives(desk):
    hanging = verdict(desk, "while True: pass")
    expect(hanging).to_contain_text("did not come back and was stopped")
    desk_is_alive(desk)


def test_an_answer_that_ends_its_interpreter_does_not_end_the_kernel(desk):
    ended = verdict(desk, "import os; os._exit(1)")
    expect(ended).to_contain_text("ended the interpreter")
    desk_is_alive(desk)
