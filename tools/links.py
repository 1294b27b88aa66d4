"""Writes the cells that lead from one notebook to the next, from the titles they have."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

WAY: Final = "way"
ONWARD: Final = "onward"
CONTENTS: Final = "[all notebooks](../README.md)"
_NEEDS: Final = r"^(\d+) minutes · you need ."
_ABILITY: Final = re.compile(r"^- (?:\[x\] )?(\*\*.+(?:\n  .+)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the neighbours of a notebook say about it.

    Attributes
    ----------
    file : its name in the folder of the notebooks, such as ``01-one-keyword.ipynb``.
    title : the number and the heading, such as ``01 Turn a function into a generator``.
    minutes : how long it takes.
    ability : the first thing one can do afterwards.
    """

    file: str
    title: str
    minutes: int
    ability: str

    @property
    def link(self) -> str:
        """The title as a Markdown link for a cell of another notebook."""
        return f"[{self.title}]({self.file})"


def entry(file: str, opening: str) -> Entry:
    """Read the entry of a notebook from the text of its first cell.

    Raises
    ------
    ValueError
        If the cell lacks a heading, the minutes or an ability.
    """
    heading = _found(r"^# (.+)$", opening, f"{file}: the first cell has no line '# Title'.")
    minutes = _found(_NEEDS, opening, f"{file}: no line '20 minutes · you need …'.")
    able = abilities(opening)
    if not able:
        raise ValueError(f"{file}: no line such as '- **step** a generator' says what one learns.")
    return Entry(file, f"{file[:2]} {heading}", int(minutes), able[0])


def abilities(text: str) -> list[str]:
    """Return the abilities a cell lists, each on one line without its full stop."""
    return [" ".join(found.split()).rstrip(".") for found in _ABILITY.findall(text)]


def generated(entries: Sequence[Entry]) -> dict[str, dict[str, str]]:
    """Return the texts of the generated cells by file and cell id, for notebooks in their order."""
    befores = [None, *entries[:-1]]
    afters = [*entries[1:], None]
    return {
        here.file: {WAY: _way(before, after), ONWARD: _onward(after)}
        for before, here, after in zip(befores, entries, afters, strict=True)
    }


def fill(notebook: Any, texts: Mapping[str, str]) -> None:
    """Write the generated cells into `notebook`; a missing one is put where it belongs."""
    for cell_id, text in texts.items():
        cell = next((cell for cell in notebook.cells if cell.id == cell_id), None)
        if cell is None:
            place = 1 if cell_id == WAY else len(notebook.cells)
            cell = type(notebook)(cell_type="markdown", id=cell_id, metadata={})
            notebook.cells.insert(place, cell)
        cell.source = text


def _way(before: Entry | None, after: Entry | None) -> str:
    back = [f"← {before.link}"] if before else []
    forward = [f"{after.link} →"] if after else []
    return " · ".join([*back, CONTENTS, *forward])


def _onward(after: Entry | None) -> str:
    if after is None:
        return f"**Next:** choose from {CONTENTS}."
    return f"**Next:** {after.link}: in {after.minutes} minutes you can {after.ability}."


def _found(pattern: str, text: str, otherwise: str) -> str:
    match = re.search(pattern, text, re.MULTILINE)
    if not match:
        raise ValueError(otherwise)
    return match[1].strip()
