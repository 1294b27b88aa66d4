"""Checks of a notebook's shape: the cells every notebook has, what it promises, what it asks."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection
from typing import Any

from tests.notebooks.reading import markdown_cells, text_of, without_code
from tools.links import abilities
from tools.outputs import code_cells, has_tag

RECALLS = 3
_VERB = re.compile(r"\*\*(\w+)\*\* \S")
_ID = re.compile(r"[a-z]+(-[a-z0-9]+)*")


def frame(notebook: Any) -> list[str]:
    """The first two cells and the last two are the ones every notebook has."""
    ids = [cell.id for cell in notebook.cells]
    problems = []
    if ids[:2] != ["title", "way"]:
        problems.append(f"begins with the cells {ids[:2]}, not title and way")
    if ids[-2:] != ["closing", "onward"]:
        problems.append(f"ends with the cells {ids[-2:]}, not closing and onward")
    return problems


def names(notebook: Any) -> list[str]:
    """Every cell has a readable name of its own."""
    ids = [cell.id for cell in notebook.cells]
    twice = {name for name in ids if ids.count(name) > 1}
    return [f"cell {name} has no readable id" for name in ids if not _ID.fullmatch(name)] + [
        f"the id {name} is there twice" for name in sorted(twice)
    ]


def empty(notebook: Any) -> list[str]:
    """No cell is empty."""
    return [f"cell {cell.id} is empty" for cell in notebook.cells if not cell.source.strip()]


def opening(notebook: Any) -> list[str]:
    """The first cell says how long it takes, what one needs and what one can do at the end."""
    text = text_of(notebook, "title")
    wanted = {
        r"\A# \S": "'# Title' at the top",
        r"^\d+ minutes · you need \S": "'20 minutes · you need …'",
        r"^At the end you can:$": "'At the end you can:'",
    }
    problems = [
        f"cell title has no line {what}"
        for line, what in wanted.items()
        if not re.search(line, text, re.MULTILINE)
    ]
    if not 2 <= len(abilities(text)) <= 4:
        problems.append(f"cell title lists {len(abilities(text))} abilities, not two to four")
    return problems


def promises(notebook: Any) -> list[str]:
    """What the first cell says one can do at the end is ticked there, in the same order."""
    promised = [_verb(ability) for ability in abilities(text_of(notebook, "title"))]
    closing = text_of(notebook, "closing")
    ticked = [_verb(ability) for ability in abilities(closing)]
    problems = []
    if "" in promised + ticked:
        problems.append("an ability does not begin with its verb in bold, as in **step** a …")
    if promised != ticked:
        problems.append(f"promises {promised} and ticks {ticked}")
    if len(re.findall(r"^- \[x\] ", closing, re.MULTILINE)) != len(ticked):
        problems.append("an ability in cell closing has no tick '- [x]'")
    return problems


def _verb(ability: str) -> str:
    match = _VERB.match(ability)
    return match[1].lower() if match else ""


def closing(notebook: Any) -> list[str]:
    """The end has its heading, at least three questions to recall and the terms met."""
    text = text_of(notebook, "closing")
    wanted = {r"\A## What you can do now$": "heading", r"^### Recall$": "### Recall"}
    wanted[r"^\*\*Terms met:\*\* \S"] = "line of **Terms met:**"
    problems = [
        f"cell closing has no {what}"
        for line, what in wanted.items()
        if not re.search(line, text, re.MULTILINE)
    ]
    asked = text.partition("### Recall")[2].count("<summary>")
    if asked < RECALLS:
        problems.append(f"cell closing asks {asked} questions, fewer than {RECALLS}")
    return problems


def headings(notebook: Any) -> list[str]:
    """One heading of the first level, at the top; below it no level is skipped."""
    lines = "\n".join(without_code(cell.source) for cell in markdown_cells(notebook))
    found = re.findall(r"^(#{1,6}) +(.*)$", lines, re.MULTILINE)
    problems, above = [], 0
    for marks, words in found:
        if len(marks) > above + 1:
            problems.append(f"heading {words!r} has level {len(marks)} below one of level {above}")
        if len(marks) == 1 and above:
            problems.append(f"heading {words!r} is a second title")
        above = len(marks)
    return problems if found else ["has no heading"]


def exercises(notebook: Any, wanted: Collection[str]) -> list[str]:
    """Each exercise of the notebook is there once, in a tagged cell of its own, and no other."""
    problems, found = [], []
    for cell in code_cells(notebook):
        if has_tag(cell, "exercise"):
            defined = _defined(cell.source)
            found += defined
            if len(defined) != 1:
                problems.append(f"exercise cell {cell.id} defines {defined}, not one name")
    if sorted(found) != sorted(wanted):
        problems.append(f"has the exercises {sorted(found)}, not {sorted(wanted)}")
    return problems


def _defined(source: str) -> list[str]:
    program = "\n".join(line for line in source.splitlines() if not line.startswith(("%", "!")))
    kinds = (ast.FunctionDef, ast.ClassDef)
    return [node.name for node in ast.parse(program).body if isinstance(node, kinds)]
