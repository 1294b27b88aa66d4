"""Finding a browser, and what the browser tests say when there is none. None of these needs one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.chromium import find_chromium

ROOT = Path(__file__).parents[2]
NOWHERE = str(ROOT / "no" / "such" / "chromium")
NO_PLAYWRIGHT = "import sys, pytest; sys.modules['playwright'] = None; sys.exit(pytest.main())"


def only(*there):
    """Return a `which` for a machine that has these programs and no other."""
    return {path: path for path in there}.get


def pytest_says(*arguments, start=("-m", "pytest"), **environment):
    """Run pytest in a process of its own; return its exit status and what it wrote."""
    outside = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "LAZYLAB"))}
    done = subprocess.run(
        [sys.executable, *start, "-q", "-p", "no:cacheprovider", *arguments],
        cwd=ROOT,
        env={**outside, "PYTHONUTF8": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **environment},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout + done.stderr


# ---- finding one ----------------------------------------------------------------------------


def test_a_chosen_browser_comes_before_all_others():
    chosen = {"LAZYLAB_CHROMIUM": "/opt/mine"}
    assert find_chromium(chosen, only("chromium", "/opt/mine")) == "/opt/mine"


def test_a_chosen_browser_that_is_not_there_is_not_replaced():
    assert find_chromium({"LAZYLAB_CHROMIUM": "/opt/mine"}, only("chromium")) is None


@pytest.mark.parametrize(
    "program",
    ["chromium-browser", "google-chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"],
)
def test_an_installed_browser_is_found_in_its_usual_place(program):
    assert find_chromium({}, only(program)) == program


def test_a_browser_in_the_program_files_is_found():
    chrome = str(Path("C:/Programs") / r"Google\Chrome\Application\chrome.exe")
    assert find_chromium({"PROGRAMFILES": "C:/Programs"}, only(chrome)) == chrome


def test_playwrights_own_browser_comes_last():
    assert find_chromium({}, only("chrome", "/own"), lambda: "/own") == "chrome"
    assert find_chromium({}, only("/own"), lambda: "/own") == "/own"


def test_no_browser_is_none():
    assert find_chromium({}, only(), lambda: "/own") is None


# ---- having none ----------------------------------------------------------------------------


def test_without_a_browser_the_tests_are_skipped_and_one_line_says_why():
    status, words = pytest_says("tests/browser/test_settings.py", LAZYLAB_CHROMIUM=NOWHERE)
    assert status == 0, words
    assert words.count("\nBrowser tests did not run: no Chromium or Chrome was found.") == 1


def test_without_a_browser_that_is_required_the_tests_fail():
    status, words = pytest_says(
        "tests/browser/test_settings.py",
        LAZYLAB_CHROMIUM=NOWHERE,
        LAZYLAB_BROWSER_TESTS="required",
    )
    assert status == 1, words
    assert "\nBrowser tests did not run: no Chromium or Chrome was found." in words


def test_when_they_are_required_a_session_without_them_fails():
    selected = ("tests", "-k", "test_no_browser_is_none")
    status, words = pytest_says(*selected, LAZYLAB_BROWSER_TESTS="required")
    assert status == 1, words
    assert "\nBrowser tests did not run: none was selected" in words


def test_when_they_are_required_one_file_can_still_run_alone():
    status, words = pytest_says(
        "tests/browser/test_chromium.py",
        "-k",
        "test_no_browser_is_none",
        LAZYLAB_BROWSER_TESTS="required",
    )
    assert status == 0, words


def test_without_playwright_nothing_breaks_and_one_line_says_why():
    status, words = pytest_says("tests/browser", start=("-c", NO_PLAYWRIGHT))
    assert status == pytest.ExitCode.NO_TESTS_COLLECTED, words
    assert words.count("\nBrowser tests did not run: Playwright is not installed.") == 1
