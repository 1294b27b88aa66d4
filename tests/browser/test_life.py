"""What a pane outlives: steps that hang, a restarted kernel, a second view, a saved notebook."""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import expect

from tests.browser.server import wait_until
from tests.browser.test_stepper import COUNTER, VISITORS

HANGING = """
import lazylab, pathlib, time

def hanging():
    pathlib.Path("hanging").touch()
    {line}
    yield "never"

lazylab.step(hanging, patience={patience})
"""
LOOP, SLEEP = "while True: pass", "time.sleep(60)"
nothing_ends_a_sleep = pytest.mark.skipif(os.name == "nt", reason="nothing ends a sleep on Windows")


def still_works(notebook):
    """Run one more cell, which shows that the kernel lives and is free."""
    cell = notebook.type("6 * 7")
    expect(cell.locator(".jp-OutputArea-output")).to_have_text("42")


# ---- steps that hang ------------------------------------------------------------------------


@pytest.mark.parametrize("line", [LOOP, SLEEP])
def test_the_stop_button_ends_a_hanging_step(desk, line):
    marker = desk.lab.root / "hanging"
    marker.unlink(missing_ok=True)
    step = desk.run(HANGING.format(line=line, patience=60))
    step.button("next()").click()
    wait_until(marker.exists, "the generator runs")
    expect(step.root).to_have_attribute("data-state", "running")
    desk.page.get_by_role("button", name="Interrupt the kernel").click()
    step.is_at(1, "closed")
    step.says("did not come back: it was stopped")
    still_works(desk)


@pytest.mark.parametrize("line", [LOOP, pytest.param(SLEEP, marks=nothing_ends_a_sleep)])
def test_patience_ends_a_hanging_step(desk, line):
    step = desk.run(HANGING.format(line=line, patience=1))
    step.press("next()")
    step.is_at(1, "closed")
    step.says("no answer after 1 s")
    still_works(desk)


def test_a_slow_step_is_spoken_of_while_it_lasts(desk):
    step = desk.run(HANGING.format(line=LOOP, patience=4))
    step.button("next()").click()
    step.says("Still waiting")
    step.is_at(1, "closed")
    step.says("no answer after 4 s")


# ---- more than one view, fewer than one -----------------------------------------------------


def test_a_second_view_follows(notebook):
    notebook.write("views", [COUNTER])
    notebook.run_all()
    step = notebook.stepper()
    step.press("next()", "next()")
    step.root.click(button="right", position={"x": 5, "y": 5})
    notebook.page.get_by_role("menuitem", name="Create New View for Cell Output").click()
    expect(notebook.page.locator(".lazylab-step")).to_have_count(2)
    second = notebook.stepper(1)
    second.is_at(2, "suspended")
    expect(second.handed).to_have_text(["1", "2"])
    second.press("next()")
    step.is_at(3, "suspended")
    step.press("next()")
    second.is_at(4, "suspended")
    expect(second.handed).to_have_text(["1", "2", "3", "4"])


def test_clearing_the_output_and_running_the_cell_again_start_anew(desk):
    step = desk.run(COUNTER)
    step.press("next()", "next()")
    desk.select_cell()
    desk.menu("Edit", "Clear Cell Output")
    expect(desk.page.locator(".lazylab")).to_have_count(0)
    desk.menu("Run", "Run Selected Cell and Do not Advance")
    step.is_at(0, "uncalled")
    step.press("next()")
    step.is_at(1, "suspended")


def test_running_the_cell_again_starts_anew(desk):
    step = desk.run(COUNTER)
    step.press("next()", "next()")
    desk.select_cell()
    desk.menu("Run", "Run Selected Cell and Do not Advance")
    step.is_at(0, "uncalled")
    step.press("next()")
    step.is_at(1, "suspended")


def test_clearing_the_output_during_a_step_breaks_nothing(desk):
    step = desk.run(HANGING.format(line=LOOP, patience=2))
    step.button("next()").click()
    expect(step.root).to_have_attribute("data-state", "running")
    desk.select_cell()
    desk.menu("Edit", "Clear Cell Output")
    expect(desk.page.locator(".lazylab")).to_have_count(0)
    still_works(desk)


# ---- without its kernel ---------------------------------------------------------------------


def test_after_a_kernel_restart_a_pane_asks_to_run_the_cell_again(notebook):
    notebook.write("restart", [COUNTER])
    notebook.run_all()
    step = notebook.stepper()
    step.press("next()", "next()")
    notebook.menu("Kernel", "Restart Kernel…")
    notebook.accept()
    step.says("Run this cell again.")
    step.press_idle("next()")
    step.says("Run this cell again.")
    step.is_at(2, "suspended")
    notebook.run_all()
    step.is_at(0, "uncalled")
    step.press("next()")
    step.is_at(1, "suspended")


def test_after_the_kernel_was_shut_down_a_click_is_told_to_run_the_cell_again(notebook):
    notebook.write("shut-down", [COUNTER.replace("counter)", "counter, patience=1)")])
    notebook.run_all()
    step = notebook.stepper()
    step.press("next()")
    notebook.menu("Kernel", "Shut Down Kernel")
    expect(notebook.page.locator("#jp-main-statusbar")).to_contain_text("No Kernel")
    step.button("next()").click(force=True)
    step.says("Run this cell again.")
    expect(step.root).to_have_attribute("data-steps", "1")


def test_a_reloaded_page_shows_where_the_generator_stands(notebook):
    notebook.write("reload", [COUNTER])
    notebook.run_all()
    notebook.stepper().press("next()", "next()")
    notebook.save()
    notebook.page.reload()
    notebook.wait_for_idle()
    step = notebook.stepper()
    step.is_at(2, "suspended")
    expect(step.handed).to_have_text(["1", "2"])
    step.press("next()")
    step.is_at(3, "suspended")


def test_a_notebook_that_was_not_run_shows_the_static_picture(notebook):
    notebook.open("notebooks/00-start-here.ipynb")
    output = notebook.cells.filter(has_text="def visitors").first.locator(".jp-OutputArea-output")
    expect(output).to_contain_text("Step through visitors()")
    expect(output).to_contain_text("Nothing has run yet.")
    expect(output.locator("button")).to_have_count(0)
    expect(notebook.page.get_by_text("Error displaying widget")).to_have_count(0)
    notebook.picture("not-run")


def test_a_notebook_saved_after_a_run_comes_back_and_asks_to_be_run(notebook):
    notebook.write("saved", [VISITORS])
    notebook.run_all()
    notebook.stepper().press("next()")
    notebook.save()
    path = notebook.path
    notebook.page.goto("about:blank")
    notebook.lab.end_kernel_of(path)
    notebook.open(path)
    step = notebook.stepper()
    step.says("Run this cell again.")
    expect(step.handed).to_have_text(["'Ada'"])
    expect(step.button("next()")).to_have_attribute("aria-disabled", "true")
    expect(notebook.page.get_by_text("Error displaying widget")).to_have_count(0)
