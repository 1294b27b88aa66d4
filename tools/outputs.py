"""Runs every notebook from a clean kernel and saves the text and static HTML it printed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
WIDGET = "application/vnd.jupyter.widget-view+json"


def main() -> int:
    """Re-run and save all notebooks; return how many did not run to the end."""
    failures = 0
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        before = path.read_text(encoding="utf-8")
        try:
            after = run(path)
        except Exception as error:  # noqa: BLE001 - the next notebook is still worth running
            print(f"{path.name}: {error}", file=sys.stderr)
            failures += 1
            continue
        path.write_text(after, encoding="utf-8")
        print(f"{path.name}: {'unchanged' if before == after else 'saved'}")
    return failures


def run(path: Path) -> str:
    """Return the notebook as it looks after all its cells ran once, without traces of the run."""
    notebook = nbformat.read(path, as_version=4)
    # a learner's kernel starts in the folder of the notebook
    NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
    ).execute()
    for cell in notebook.cells:
        clean(cell)
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return str(nbformat.writes(notebook)).rstrip("\n") + "\n"


def clean(cell: Any) -> None:
    """Drop what differs from run to run: the times, and the random ids of widgets."""
    cell.metadata.pop("execution", None)
    for output in cell.get("outputs", []):
        output.get("data", {}).pop(WIDGET, None)


if __name__ == "__main__":
    sys.exit(main())
