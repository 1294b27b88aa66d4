"""Finds the Chromium or Chrome that the browser tests drive."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
MAC_APPS = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PROGRAMS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)


def find_chromium(
    environ: Mapping[str, str],
    which: Callable[[str], str | None] = shutil.which,
    own: Callable[[], str] = lambda: "",
) -> str | None:
    """Return the path of a Chromium, or None.

    Parameters
    ----------
    environ : the environment. Its LAZYLAB_CHROMIUM, if set, is the only candidate.
    which : turns a command or a path into the path of a program, or None.
    own : returns where Playwright keeps its own; asked last, because asking starts Playwright.
    """
    if chosen := environ.get("LAZYLAB_CHROMIUM"):
        return which(chosen)
    found = (path for candidate in _usual(environ) if (path := which(candidate)))
    return next(found, None) or which(own())


def playwrights_own() -> str:
    """Return where Playwright would keep a Chromium of its own, installed or not."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _usual(environ: Mapping[str, str]) -> Iterator[str]:
    yield from COMMANDS
    for app in MAC_APPS:
        yield f"/Applications/{app}.app/Contents/MacOS/{app}"
    for folder in WINDOWS_FOLDERS:
        if folder in environ:
            yield from (str(Path(environ[folder]) / program) for program in WINDOWS_PROGRAMS)
