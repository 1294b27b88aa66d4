"""The first minutes of a learner: notebook 00 in a JupyterLab as `make lab` starts it."""

from __future__ import annotations

from playwright.sync_api import expect


def test_notebook_00_runs_and_its_first_stepper_reaches_the_end(notebook):
    notebook.open("notebooks/00-start-here.ipynb")
    notebook.run_all()
    step = notebook.stepper()
    for number, value in enumerate(["'Ada'", "'Grace'", "'Alan'"], 1):
        step.press("next()")
        step.is_at(number, "suspended")
        expect(step.handed).to_have_count(number)
        expect(step.handed.last).to_have_text(value)
    step.press("next()")
    step.is_at(4, "closed")
    step.says("StopIteration")
    notebook.picture("notebook-00")
    expect(notebook.page.get_by_text("Everything is in place.")).to_have_count(1)
    expect(notebook.page.locator(".Toastify__toast")).to_have_count(0)


def test_the_list_of_all_notebooks_opens_to_be_read_and_leads_on(notebook):
    page = notebook.page
    page.route(
        "**/badge_logo.svg", lambda route: route.fulfill(content_type="image/svg+xml", body="")
    )
    notebook.open("notebooks/01-one-keyword.ipynb")
    notebook.cells.nth(1).get_by_role("link", name="all notebooks").click()
    readme = page.locator(".jp-MarkdownViewer")
    readme.get_by_role("link", name="02 Tell calling from running").click()
    expect(page.get_by_role("heading", name="Tell calling from running")).to_be_visible()


def test_jupyterlab_is_told_to_fetch_no_news(lab):
    settings = lab.ask("GET", "lab/api/settings/@jupyterlab/apputils-extension:notification")
    defaults = settings["schema"]["properties"]
    assert defaults["fetchNews"]["default"] == "false"
    assert defaults["checkForUpdates"]["default"] is False


def test_a_click_runs_on_the_main_thread(desk):
    step = desk.run("""
import lazylab, threading

def thread():
    yield threading.current_thread() is threading.main_thread()

lazylab.step(thread)
""")
    step.press("next()")
    expect(step.handed).to_have_text(["True"])
