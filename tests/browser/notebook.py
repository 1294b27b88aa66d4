"""A notebook in JupyterLab, and the widgets in it, as the person in front of them uses them."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Locator, Page, expect

from tests.browser.server import Lab

ARTEFACTS = Path(__file__).parents[2] / "artefacts"
CONTRAST = Path(__file__).with_name("contrast.js").read_text("utf-8")
OVERFLOW = Path(__file__).with_name("overflow.js").read_text("utf-8")

expect.set_options(timeout=30_000)


class Notebook:
    """One page of JupyterLab with one notebook in it.

    Attributes
    ----------
    errors : what the page reported as an error so far.
    """

    def __init__(self, page: Page, lab: Lab) -> None:
        self.page = page
        self.lab = lab
        self.path = ""
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._heard)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location['url']})")

    # ---- opening ----

    def open(self, path: str) -> None:
        """Open a notebook of the lab's folder in a workspace of its own."""
        self.path = path
        self.page.goto(
            f"{self.lab.url}lab/workspaces/{uuid.uuid4().hex}/tree/{path}?token={self.lab.token}"
        )
        self.wait_for_idle()

    def write(self, name: str, cells: Sequence[str]) -> None:
        """Make a notebook of code cells and open it."""
        file = self.lab.root / f"{name}-{uuid.uuid4().hex[:6]}.ipynb"
        file.write_text(json.dumps(_notebook(cells)))
        self.open(file.name)

    def wait_for_idle(self) -> None:
        expect(self.page.locator("#jp-main-statusbar")).to_contain_text("| Idle")

    def wait_for_busy(self) -> None:
        expect(self.page.locator("#jp-main-statusbar")).to_contain_text("| Busy")

    # ---- using ----

    def menu(self, menu: str, item: str) -> None:
        """Choose an item of the menu bar; its shortcut is no part of `item`."""
        self.page.get_by_role("menuitem", name=menu, exact=True).click()
        name = re.compile(rf"^{re.escape(item)}( |$)")
        self.page.locator(".lm-Menu").get_by_role("menuitem", name=name).first.click()

    def accept(self) -> None:
        """Say yes to the dialog that is open."""
        self.page.locator(".jp-Dialog .jp-mod-accept").click()

    def run_all(self) -> None:
        self.wait_for_idle()
        self.menu("Run", "Run All Cells")
        self.wait_until_ran()

    def save(self) -> None:
        self.menu("File", "Save Notebook")
        expect(self.page.locator(".jp-mod-dirty")).to_have_count(0)

    def wait_until_ran(self) -> None:
        """Wait until no code cell with text in it waits for its number."""
        expect(self.page.locator(".jp-CodeCell .jp-InputPrompt", has_text="[*]")).to_have_count(0)
        self.wait_for_idle()

    def run(self, code: str) -> Stepper:
        """Empty the notebook, run `code` in its only cell and return the step-through it shows."""
        self.clear()
        self.type(code)
        return self.stepper()

    def clear(self) -> None:
        """Delete every cell; JupyterLab puts an empty one there."""
        self.select_cell()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type("dd")
        expect(self.page.locator(".lazylab")).to_have_count(0)
        expect(self.cells).to_have_count(1)

    def select_cell(self) -> None:
        """Give the focus to the first cell, so that JupyterLab's own keys work."""
        self.page.keyboard.press("Escape")  # out of a pane, which keeps JupyterLab's keys away
        self.cells.first.locator(".jp-InputPrompt").click()
        expect(self.cells.first).to_be_focused()

    def type(self, code: str) -> Locator:
        """Type `code` into the last cell, run it, and return the cell when it is done."""
        cell = self.cells.nth(self.cells.count() - 1)
        cell.locator(".cm-content").click()
        self.page.keyboard.insert_text(code)
        self.page.keyboard.press("Shift+Enter")
        expect(cell.locator(".jp-InputPrompt")).to_have_text(re.compile(r"\[\d+\]:"))
        self.wait_for_idle()
        return cell

    # ---- looking ----

    @property
    def cells(self) -> Locator:
        return self.page.locator(".jp-Notebook .jp-Cell")

    def stepper(self, n: int = 0) -> Stepper:
        return Stepper(self.page.locator(".lazylab-step").nth(n))

    def output(self, n: int) -> Pane:
        """The output of a cell, which has no controls."""
        return Pane(self.cells.nth(n).locator(".jp-OutputArea-output"))

    def prediction(self, n: int = 0) -> Prediction:
        return Prediction(self.page.locator(".lazylab-predict").nth(n))

    def hide_side_bar(self) -> None:
        """Give the notebook the width of the window, as on a small screen one would."""
        self.page.keyboard.press("ControlOrMeta+b")
        expect(self.page.locator("#jp-left-stack")).to_be_hidden()

    def picture(self, name: str) -> None:
        """Save what the window shows now."""
        self.page.screenshot(path=artefact(name))


class Pane:
    """A widget of the course in the page."""

    def __init__(self, root: Locator) -> None:
        self.root = root
        self.box = root.get_by_role("textbox")
        self.status = root.get_by_role("status")

    def button(self, name: str) -> Locator:
        return self.root.get_by_role("button", name=name, exact=True)

    def part(self, slot: str) -> Locator:
        return self.root.locator(f"[data-slot={slot}]")

    def press_idle(self, name: str) -> None:
        """Click a button that is aria-disabled: Playwright would wait until it is not."""
        expect(self.button(name)).to_have_attribute("aria-disabled", "true")
        self.button(name).scroll_into_view_if_needed()
        self.button(name).click(force=True)

    def says(self, words: str | re.Pattern[str]) -> None:
        expect(self.status).to_contain_text(words)

    def picture(self, name: str) -> None:
        """Save what it shows; the window is heightened, or only a part would be painted."""
        page, window = self.root.page, self.root.page.viewport_size
        page.set_viewport_size({**window, "height": 1500})
        self.root.screenshot(path=artefact(name))
        page.set_viewport_size(window)


class Prediction(Pane):
    """A prediction in the page."""

    @property
    def choices(self) -> Locator:
        """The buttons with the answers."""
        return self.root.locator(".lz-choices").get_by_role("button")

    def choose(self, letter: str) -> None:
        self.choices.nth(ord(letter) - ord("A")).click()

    def write(self, text: str) -> None:
        self.box.fill(text)
        self.button("commit").click()

    def is_in_state(self, state: str) -> None:
        expect(self.root).to_have_attribute("data-state", state)


class Stepper(Pane):
    """A step-through in the page."""

    @property
    def source(self) -> Locator:
        return self.root.get_by_role("region", name="source")

    @property
    def handed(self) -> Locator:
        """The values on the tape, oldest first."""
        return self.part("handed").locator("code.lz-cell")

    def press(self, *names: str) -> None:
        """Click the buttons, each after the answer to the one before."""
        for name in names:
            self.button(name).click()
            expect(self.root).not_to_have_attribute("data-state", "running")

    def send(self, text: str) -> None:
        self.box.fill(text)
        self.press("send(…)")

    def throw(self, text: str) -> None:
        self.box.fill(text)
        self.press("throw(…)")

    def is_at(self, steps: int, state: str) -> None:
        expect(self.root).to_have_attribute("data-steps", str(steps))
        expect(self.root).to_have_attribute("data-state", state)

    def kept(self, name: str) -> Locator:
        """The value of a local variable in the frame cards."""
        row = self.part("frames").get_by_role("row", name=re.compile(rf"^{name}\b"))
        return row.get_by_role("cell")


def artefact(name: str) -> Path:
    """Return where a picture is kept; brackets of parametrised tests are no part of a name."""
    words = re.sub(r"[^\w.-]+", "-", name).strip("-")
    return ARTEFACTS / f"{words}.png"


def faint(place: Locator) -> list[str]:
    """Return the pieces of text in `place` whose contrast is below what WCAG AA asks."""
    return place.evaluate(CONTRAST)


def overflowing(place: Locator) -> list[str]:
    """Return what in `place` ends beyond its right edge, and the labels that are broken in two."""
    return place.evaluate(OVERFLOW)


def _notebook(cells: Sequence[str]) -> dict[str, object]:
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {
        "cells": [_code_cell(f"cell-{n}", code) for n, code in enumerate(cells)],
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _code_cell(cell_id: str, code: str) -> dict[str, object]:
    return {
        "cell_type": "code",
        "id": cell_id,
        "source": code,
        "execution_count": None,
        "metadata": {},
        "outputs": [],
    }
