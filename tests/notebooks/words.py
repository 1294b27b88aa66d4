"""Checks of what a notebook says: its words, its links, its pictures, its folded answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.notebooks.reading import markdown_cells, prose, text_of, without_code

LEFT_OVER = re.compile(r"\b(TODO|FIXME|XXX|TBD|lorem)\b", re.IGNORECASE)
UNWANTED = re.compile(r"\b(simply|just|obviously|easy|easily)\b", re.IGNORECASE)
SHOUT = re.compile(r"!(?!=)")
AMERICAN = re.compile(
    r"\b(color\w*|behavior\w*|neighbor\w*|favorit\w*|labeled|canceled|center(?:ed|s)?"
    r"|catalog|gray|analyz\w+|(?:recogn|real|organ|summar|initial|memo|optim|normal|serial)iz\w+)\b",
    re.IGNORECASE,
)

_MARKDOWN_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?[^)]*\)")
_HTML_LINK = re.compile(r"""<(?:a|img)\b[^>]*\b(?:href|src)\s*=\s*["']([^"']+)["']""")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s*=\s*(?:"[^"]*\w[^"]*"|'[^']*\w[^']*')""")
_FOLD = re.compile(r"</?details\b[^>]*>|<summary>|</summary>", re.IGNORECASE)


def left_overs(notebook: Any) -> list[str]:
    """Nothing an author meant to come back to is left for the learner."""
    return [
        f"cell {cell.id} says {match[0]!r}"
        for cell in notebook.cells
        for match in LEFT_OVER.finditer(cell.source)
    ]


def tone(notebook: Any) -> list[str]:
    """No shouting, and no word that tells a learner that what is hard for them is easy."""
    return _said(notebook, UNWANTED) + _said(notebook, SHOUT)


def spelling(notebook: Any) -> list[str]:
    """Words are spelt the British way."""
    return _said(notebook, AMERICAN)


def _said(notebook: Any, pattern: re.Pattern[str]) -> list[str]:
    return [
        f"cell {cell.id} says {match[0]!r}"
        for cell in notebook.cells
        for match in pattern.finditer(prose(cell))
    ]


def pictures(notebook: Any) -> list[str]:
    """Every picture, in the text or in a saved output, says in words what it shows."""
    shown = [(cell.id, without_code(cell.source)) for cell in markdown_cells(notebook)]
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            shown.append((cell.id, output.get("data", {}).get("text/html", "")))
    return [
        f"cell {name} has a picture without words for it"
        for name, text in shown
        for picture in re.findall(r"!\[\s*\]", text) + _PICTURE.findall(text)
        if not _ALT.search(picture)
    ]


def links(notebook: Any, folder: Path) -> list[str]:
    """Every link to a file leads to one; `folder` is where the notebook lies."""
    problems = []
    for cell in markdown_cells(notebook):
        text = without_code(cell.source)
        for target in _MARKDOWN_LINK.findall(text) + _HTML_LINK.findall(text):
            file = unquote(target.partition("#")[0])
            if file.startswith("/") or not (_SCHEME.match(file) or (folder / file).exists()):
                problems.append(f"cell {cell.id} links to {target}, which is not there")
    return problems


def neighbours(notebook: Any, generated: Mapping[str, str]) -> list[str]:
    """The generated cells are what the generator makes today."""
    return [
        f"cell {cell_id} is not as generated; run make outputs"
        for cell_id, text in generated.items()
        if text_of(notebook, cell_id) != text
    ]


def folds(notebook: Any) -> list[str]:
    """Every folded answer has one question, is closed, and is set off by an empty line.

    Without the empty line JupyterLab shows the Markdown in it as it was typed.
    """
    problems = []
    for cell in markdown_cells(notebook):
        text = without_code(cell.source)
        marks = [re.sub(r"[<>\s].*", "", mark.strip("<>")).lower() for mark in _FOLD.findall(text)]
        whole = ["details", "summary", "/summary", "/details"]
        if marks != whole * (len(marks) // len(whole)):
            problems.append(f"cell {cell.id} has a <details> that is not whole")
        if re.search(r"</summary>(?!\n\n)", text):
            problems.append(f"cell {cell.id} has no empty line after a </summary>")
    return problems
