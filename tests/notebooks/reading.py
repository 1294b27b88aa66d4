"""What the checks read in a notebook: its text by kind and name, and its prose without code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_FENCE = re.compile(r"^ *(```+|~~~+).*?^ *\1 *$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\n).)+?(?<!`)\1(?!`)|<code>.*?</code>", re.DOTALL)
_TARGET = re.compile(r"\]\([^)]*\)")
_TAG = re.compile(r"<[^>]*>")
_COMMENT = re.compile(r"(?:^|\s)#(.*)$", re.MULTILINE)


def markdown_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "markdown"]


def text_of(notebook: Any, cell_id: str) -> str:
    """The source of a cell, empty if there is no such cell."""
    return next((cell.source for cell in notebook.cells if cell.id == cell_id), "")


def without_code(markdown: str) -> str:
    """The text without its programs; each leaves a ``…``, so that sentences keep their shape."""
    return _SPAN.sub("…", _FENCE.sub("…", markdown))


def prose(cell: Any) -> str:
    """What a cell says to a reader: Markdown without code, tags and addresses, or the comments."""
    if cell.cell_type == "code":
        return "\n".join(_COMMENT.findall(cell.source))
    words = _TARGET.sub("]", without_code(cell.source)).replace("![", "[")
    return _TAG.sub(" ", words)


def texts(output: Any) -> Iterator[str]:
    """The texts of an output: what was printed, shown or raised, in every form but pictures."""
    yield output.get("text", "")
    yield output.get("evalue", "")
    yield "\n".join(output.get("traceback", []))
    yield from (value for kind, value in output.get("data", {}).items() if kind.startswith("text/"))
