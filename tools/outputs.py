"""Runs every notebook from a clean kernel and saves the text and static HTML it printed."""

from __future__ import annotations

import copy
import hashlib
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError

from tools import links

ROOT: Final = Path(__file__).resolve().parent.parent
NOTEBOOKS: Final = ROOT / "notebooks"
TEMPLATES: Final = ROOT / "templates"
WIDGET: Final = "application/vnd.jupyter.widget-view+json"
VARIES: Final = "nbval-ignore-output"  # the tag of a cell whose output depends on the machine
RAISES: Final = "raises-exception"
METADATA: Final = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
PATIENCE: Final = 60  # seconds a cell may take, here and under nbval

_ADDRESS: Final = re.compile(r"\b0x[0-9A-Fa-f]{6,}")
_FOLDERS: Final = re.compile(r"""(?:~|/|\b[A-Za-z]:\\)[^\s"'\x1b]*[/\\](?=[^/\\\s]+\.py\b)""")
_MEASURED: Final = re.compile(r"(?:\d[\d.,]*\s*(?:[kKMGTmunµμ]?(?:i?B|s)\b|%)?\s*)+")


class NotAsWritten(Exception):
    """A cell did not do what its notebook says it does; the message is one sentence."""


def main(names: Sequence[str]) -> int:
    """Re-run and save the notebooks named, or all and the templates; return how many failed."""
    try:
        generated = links.generated(entries(NOTEBOOKS))
        chosen = {NOTEBOOKS / file: generated[file] for file in generated}
        if names:
            named = {NOTEBOOKS / known(name, generated) for name in names}
            chosen = {path: cells for path, cells in chosen.items() if path in named}
        else:
            chosen |= {path: {} for path in TEMPLATES.glob("*.ipynb")}  # without neighbours
    except NotAsWritten as error:
        print(error, file=sys.stderr)
        return 1
    return sum(not save(path, cells) for path, cells in chosen.items())


def known(name: str, files: Iterable[str]) -> str:
    """Return the file that is meant by `name`, which may have a folder and a suffix or neither."""
    file = f"{Path(name).stem}.ipynb"
    if file not in files:
        raise NotAsWritten(f"There is no notebook {name!r}. There are: {', '.join(files)}.")
    return file


def entries(folder: Path) -> list[links.Entry]:
    """Return what the notebooks of `folder` say about themselves, in their order."""
    paths = sorted(folder.glob("*.ipynb"))
    try:
        return [links.entry(path.name, read(path).cells[0].source) for path in paths]
    except ValueError as error:
        raise NotAsWritten(str(error)) from error


def save(path: Path, generated: Mapping[str, str]) -> bool:
    """Re-run one notebook, save it and say what came of it; tell whether it did as written."""
    before = path.read_text(encoding="utf-8")
    try:
        after = rerun(path, generated)
    except NotAsWritten as error:
        print(f"{path.name}: {error}", file=sys.stderr, flush=True)
        return False
    if before != after:
        path.write_text(after, encoding="utf-8", newline="\n")
    change = "unchanged" if before == after else "saved"
    print(f"{path.name}: {change}; {uncompared(path)}", flush=True)
    return True


def uncompared(path: Path) -> str:
    """Return how many of a notebook's outputs are compared with nothing, in words."""
    cells = code_cells(read(path))
    varying = sum(has_tag(cell, VARIES) for cell in cells)
    return f"{varying} of {len(cells)} outputs are not compared"


def rerun(path: Path, generated: Mapping[str, str]) -> str:
    """Return the text of a notebook after its cells ran once, without traces of the run.

    Parameters
    ----------
    path
        The notebook; the kernel starts in its folder, as a learner's does.
    generated
        The texts of its generated cells, by cell id.

    Raises
    ------
    NotAsWritten
        If a cell raises without the tag ``raises-exception``, has the tag and does not raise,
        takes longer than a minute or ends the kernel.
    """
    notebook = read(path)
    links.fill(notebook, generated)
    saved = {cell.id: copy.deepcopy(cell) for cell in notebook.cells}
    execute(notebook, path.parent)
    if problem := next(surprises(notebook), None):
        raise NotAsWritten(problem)
    for cell in notebook.cells:
        keep_tags(cell)
    for cell, stamp in stamped(notebook):
        clean(cell, stamp)
        if is_still_true(saved[cell.id], cell):
            cell.outputs = saved[cell.id].outputs
    notebook.metadata = METADATA
    return str(nbformat.writes(notebook)).rstrip("\n") + "\n"


def read(path: Path) -> Any:
    """Return the notebook in a file."""
    return nbformat.read(path, as_version=4)


# ---- running --------------------------------------------------------------------------------


def execute(notebook: Any, folder: Path) -> None:
    """Run every cell in a kernel of its own, after errors too; outputs go into `notebook`."""
    begun: list[str] = []
    client = NotebookClient(
        notebook,
        timeout=PATIENCE,
        kernel_name="python3",
        extra_arguments=["--log-level=ERROR"],  # or every kernel warns about TCP
        allow_errors=True,  # which errors are meant is for `surprises` to say
        record_timing=False,
        store_widget_state=False,
        on_cell_start=lambda cell, cell_index: begun.append(cell.id),  # noqa: ARG005
        resources={"metadata": {"path": str(folder)}},
    )
    with tempfile.TemporaryDirectory() as home:
        try:
            client.execute(env=environment(home))
        except CellTimeoutError as error:
            raise NotAsWritten(f"cell {begun[-1]} took more than {PATIENCE} seconds.") from error
        except DeadKernelError as error:
            raise NotAsWritten(f"cell {begun[-1]} ended its kernel.") from error


def environment(home: str) -> dict[str, str]:
    """Return a learner's environment on the first day: no progress, and figures in the page."""
    kept = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}
    return {**kept, "LAZYLAB_HOME": home}


def surprises(notebook: Any) -> Iterator[str]:
    """Yield a sentence for every cell that raises unannounced, or is announced to and does not."""
    for cell in code_cells(notebook):
        errors = [output for output in cell.outputs if output.output_type == "error"]
        if has_tag(cell, RAISES) and not errors:
            yield f"cell {cell.id} is tagged {RAISES} and raised nothing."
        elif errors and not has_tag(cell, RAISES):
            message = " ".join(f"{errors[0].ename}: {errors[0].evalue}".split()).rstrip(".:")
            yield f"cell {cell.id} raised {message}."


# ---- saving ---------------------------------------------------------------------------------


def stamped(notebook: Any) -> Iterator[tuple[Any, str]]:
    """Yield the code cells, each with a stamp of its code and of all the code above it."""
    digest = hashlib.sha256()
    for cell in code_cells(notebook):
        digest.update(cell.source.encode() + b"\0")
        yield cell, digest.hexdigest()[:12]


def keep_tags(cell: Any) -> None:
    """Drop the metadata of a cell but its tags."""
    tags = cell.metadata.get("tags")
    cell.metadata = {"tags": tags} if tags else {}


def clean(cell: Any, stamp: str) -> None:
    """Drop from a code cell what differs from run to run and is compared with nothing.

    That is the pieces a print arrives in, the random ids of widgets, folders in tracebacks and,
    where the tag says that the output varies, addresses. What is compared stays as it was printed.
    """
    if has_tag(cell, VARIES):
        # its output is kept from run to run, so it has to be known which code printed it
        cell.metadata["lazylab"] = {"saved_for": stamp}
    cell.outputs = joined(cell.outputs)
    for output in cell.outputs:
        output.get("data", {}).pop(WIDGET, None)
        if "traceback" in output:
            output.traceback = [without_place(line) for line in output.traceback]
        if has_tag(cell, VARIES):
            without_addresses(output)


def joined(outputs: Sequence[Any]) -> list[Any]:
    """Return outputs with the pieces of a stream that follow each other as one."""
    whole: list[Any] = []
    for output in outputs:
        if whole and output.get("name") and output.get("name") == whole[-1].get("name"):
            whole[-1].text += output.text
        else:
            whole.append(output)
    return whole


def without_place(text: str) -> str:
    """Return `text` with the folders of Python files and all addresses cut."""
    return _ADDRESS.sub("0x…", _FOLDERS.sub("…/", text))


def without_addresses(output: Any) -> None:
    """Cut the addresses and folders of an output that is compared with nothing."""
    if output.output_type == "stream":
        output.text = without_place(output.text)
    for kind, value in output.get("data", {}).items():
        if kind.startswith("text/"):
            output.data[kind] = _ADDRESS.sub("0x…", value)


def is_still_true(saved: Any, fresh: Any) -> bool:
    """Tell whether the saved output of a varying cell can stay.

    It can if the same code printed it and a new run says the same but for its measurements.
    """
    if not has_tag(fresh, VARIES) or saved.metadata.get("lazylab") != fresh.metadata["lazylab"]:
        return False
    return wording(saved.outputs) == wording(fresh.outputs)


def wording(outputs: Sequence[Any]) -> list[Any]:
    """Return outputs without their numbers, units and pictures."""
    return [
        [output.output_type, output.get("execution_count"), output.get("ename")]
        + [_MEASURED.sub("#", output.get("text", ""))]
        + [
            (kind, _MEASURED.sub("#", value) if kind.startswith("text/") else "")
            for kind, value in sorted(output.get("data", {}).items())
        ]
        for output in outputs
    ]


# ---- small things ---------------------------------------------------------------------------


def code_cells(notebook: Any) -> list[Any]:
    """Return the cells that run."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def has_tag(cell: Any, tag: str) -> bool:
    """Tell whether a cell carries a tag."""
    return tag in cell.metadata.get("tags", [])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
