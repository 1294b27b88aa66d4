"""Checks that this machine can run the course; every failure says what to type."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

from lazylab.reprs import error_text
from lazylab.show.markup import Child, Node, tag, to_html

INSTALL: Final = "python -m pip install -e . -r requirements.txt"
OLDEST: Final = (3, 11)
_COURSE: Final = ("ipykernel>=6.29", "ipywidgets>=8.1", "matplotlib>=3.8", "memory-profiler>=0.61")
_SETTINGS: Final = Path("share/jupyter/lab/settings/overrides.d/lazylab.json")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what it is, and what to do if it failed (else empty)."""

    name: str
    fix: str = ""


class Checkup:
    """The checks in order; shown as text or as a table."""

    def __init__(self, checks: tuple[Check, ...]) -> None:
        self.checks = checks

    @property
    def passed(self) -> bool:
        """Whether there is nothing to fix."""
        return not any(check.fix for check in self.checks)

    @property
    def text(self) -> str:
        """One line a check, and one that says what to do next."""
        lines = [f"{'fix' if c.fix else 'ok ':<4} {c.name}{_indented(c.fix)}" for c in self.checks]
        return "\n".join([*lines, self._last()])

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        rows = [_row(check) for check in self.checks]
        return to_html(tag("table", tag("tbody", *rows)), tag("p", self._last()), styles={})

    def _last(self) -> str:
        if self.passed:
            return "Everything is in place."
        return "Do what the lines marked fix say, restart the kernel and run this cell again."


def doctor() -> Checkup:
    """Check Python, the packages, the kernel and JupyterLab's settings for this course."""
    checks = (
        _guarded("Python 3.11 or newer", _python),
        *(_guarded(f"package {r.name}", partial(_package, r)) for r in _requirements()),
        _guarded("a Jupyter kernel runs this cell", _kernel),
        _guarded("JupyterLab's settings for this course", _settings),
    )
    return Checkup(checks)


def _guarded(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, look())
    except Exception as error:  # noqa: BLE001 - a broken machine is what this is for
        return Check(name, f"this could not be checked ({error_text(error)}). Type: {INSTALL}")


def _python() -> str:
    if sys.version_info >= OLDEST:
        return ""
    return (
        f"this is Python {sys.version_info.major}.{sys.version_info.minor}. Install a newer one "
        "from python.org, then type: make lab PYTHON=python3.13"
    )


def _requirements() -> list[Requirement]:
    try:
        own = [Requirement(text) for text in metadata.requires("lazylab") or []]
    except metadata.PackageNotFoundError:  # imported from a folder, not installed
        own = [Requirement("lazylab")]
    return [*(r for r in own if r.marker is None), *map(Requirement, _COURSE)]


def _package(requirement: Requirement) -> str:
    install = f'Type: python -m pip install "{requirement}"'
    if requirement.name == "lazylab":
        install = f"Type: {INSTALL}"
    try:
        version = metadata.version(requirement.name)
    except metadata.PackageNotFoundError:
        return f"it is not installed here ({sys.executable}). {install}"
    if requirement.specifier.contains(version, prereleases=True):
        return ""
    return f"version {version} is installed and {requirement.specifier} is needed. {install}"


def _kernel() -> str:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is not None and hasattr(shell, "kernel"):
        return ""
    return "this is not a notebook. Type: make lab (or: jupyter lab), and run the cell there"


def _settings() -> str:
    """Look for the settings that let the stop button reach a click."""
    if (Path(sysconfig.get_path("data")) / _SETTINGS).is_file():
        return ""
    return f"they are not installed, so the stop button may not reach a click. Type: {INSTALL}"


def _indented(fix: str) -> str:
    return f"\n     {fix}" if fix else ""


def _row(check: Check) -> Node:
    words: list[Child] = [check.name]
    if check.fix:
        words += [tag("br"), tag("strong", check.fix)]
    return tag("tr", tag("td", "fix" if check.fix else "ok"), tag("td", *words))
