"""Checks of what a notebook keeps: its outputs, its tags, and nothing of the machine it ran on."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import nbformat
from nbval.plugin import comment_markers, find_comment_markers, find_metadata_tags

from tests.notebooks.reading import texts
from tools.outputs import METADATA, RAISES, VARIES, WIDGET, code_cells, has_tag, stamped

TAGS = {"exercise", RAISES, VARIES}
PICTURES = {"image/png", "image/jpeg"}
MACHINE = re.compile(
    r"""(?:^|(?<=[\s"'(=:]))/(?:home|Users)/[\w.-]+/  # somebody's folder
    | \b[A-Z]:\\+Users\b | \bAppData\b
    | (?:^|(?<=[\s"'(=:]))/(?:root|tmp|private/var|var/folders|opt|usr/lib|usr/local)/
    | \bpython3\.\d+[/\\] | \b(?:site|dist)-packages\b | \.pyenv\b | \bipykernel_\d+
    | \b0x[0-9A-Fa-f]{8,}  # an address""",
    re.VERBOSE | re.MULTILINE,
)
LIVE = re.compile(r"<(script|style|button|input|iframe)\b|<[^>]*\s(class|on\w+)\s*=", re.IGNORECASE)


def form(notebook: Any) -> list[str]:
    """The file is of today's format and says which kernel it needs, and nothing else."""
    problems = []
    if (notebook.nbformat, notebook.nbformat_minor) != (4, 5):
        problems.append(f"has format {notebook.nbformat}.{notebook.nbformat_minor}, not 4.5")
    if notebook.metadata != METADATA:
        problems.append(f"has the metadata {dict(notebook.metadata)}")
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        problems.append(f"is not a valid notebook: {error.message}")
    return problems


def tags(notebook: Any) -> list[str]:
    """A cell's metadata is a known tag; what nbval would read in a comment is a tag too."""
    problems = []
    for cell in notebook.cells:
        if unknown := set(cell.metadata.get("tags", [])) - TAGS:
            problems.append(f"cell {cell.id} has the unknown tags {sorted(unknown)}")
        if noise := set(cell.metadata) - {"tags", "lazylab"}:
            problems.append(f"cell {cell.id} has the metadata {sorted(noise)}")
        if marker := next((m for m in comment_markers if m in cell.source), None):
            problems.append(f"cell {cell.id} has the comment {marker} where a tag belongs")
    return problems


def ran(notebook: Any) -> list[str]:
    """Every code cell was run, once and in order: nbval compares one that was not with nothing."""
    counts = [cell.execution_count for cell in code_cells(notebook)]
    if counts == list(range(1, len(counts) + 1)):
        return []
    return [f"its cells ran as {counts}; run make outputs"]


def errors(notebook: Any) -> list[str]:
    """A cell that is meant to raise shows its error, and no other cell does."""
    problems = []
    for cell in code_cells(notebook):
        shown = any(output.output_type == "error" for output in cell.outputs)
        if shown and not has_tag(cell, RAISES):
            problems.append(f"cell {cell.id} shows an error and is not tagged {RAISES}")
        if has_tag(cell, RAISES) and not shown:
            problems.append(f"cell {cell.id} is tagged {RAISES} and shows no error")
    return problems


def warnings(notebook: Any) -> list[str]:
    """Nothing that is compared was written to stderr, where warnings name the machine's files."""
    return [
        f"cell {cell.id} writes to stderr"
        for cell in code_cells(notebook)
        if not has_tag(cell, VARIES)
        and any(output.get("name") == "stderr" for output in cell.outputs)
    ]


def stale(notebook: Any) -> list[str]:
    """Where the output is not compared, the code that printed it is the code that is there."""
    return [
        f"cell {cell.id} shows the output of other code; run make outputs"
        for cell, stamp in stamped(notebook)
        if has_tag(cell, VARIES) and cell.metadata.get("lazylab") != {"saved_for": stamp}
    ]


def machine(notebook: Any) -> list[str]:
    """No folder, user name or address of the machine it ran on, in the cells or the outputs."""
    return [
        f"cell {cell.id} names {match[0]!r} of one machine"
        for cell in notebook.cells
        for text in [cell.source, *_shown(cell)]
        for match in MACHINE.finditer(text)
    ]


def live(notebook: Any) -> list[str]:
    """What is saved needs no kernel and no style sheet: no widgets, buttons, scripts or classes."""
    problems = [
        f"cell {cell.id} keeps a widget"
        for cell in code_cells(notebook)
        for output in cell.outputs
        if WIDGET in output.get("data", {})
    ]
    return problems + [
        f"cell {cell.id} keeps {match[0]!r} in its HTML"
        for cell in code_cells(notebook)
        for output in cell.outputs
        for match in LIVE.finditer(output.get("data", {}).get("text/html", ""))
    ]


def _shown(cell: Any) -> Iterator[str]:
    for output in cell.get("outputs", []):
        yield from texts(output)


# ---- what a second run is compared with -----------------------------------------------------


def uncompared(notebook: Any) -> list[str]:
    """The code cells of which nbval compares no output, or no more than a picture."""
    return [cell.id for cell in code_cells(notebook) if _is_skipped(cell) or _is_picture(cell)]


def _is_skipped(cell: Any) -> bool:
    options = dict(find_metadata_tags(cell.metadata)) | dict(find_comment_markers(cell.source))
    return bool(options.get("skip")) or options.get("check") is False


def _is_picture(cell: Any) -> bool:
    return any(PICTURES & set(output.get("data", {})) for output in cell.outputs)


def comparable(notebook: Any) -> Any:
    """The notebook with everything in it that is the same on every machine.

    Of a cell whose output varies only the kinds stay. Tracebacks are IPython's and pictures
    matplotlib's: they change with the version.
    """
    notebook = copy.deepcopy(notebook)
    for cell in code_cells(notebook):
        for output in cell.outputs:
            _blank(output, varies=has_tag(cell, VARIES))
        if has_tag(cell, VARIES):
            # which of two streams arrives first, and in how many pieces, varies too
            kinds = {json.dumps(output, sort_keys=True): output for output in cell.outputs}
            cell.outputs = [kinds[key] for key in sorted(kinds)]
    return notebook


def _blank(output: Any, *, varies: bool) -> None:
    if "traceback" in output:
        output.traceback = []
    if "text" in output and varies:
        output.text = ""
    for kind in output.get("data", {}):
        if varies or kind in PICTURES:
            output.data[kind] = ""
