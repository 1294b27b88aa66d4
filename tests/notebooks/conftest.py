"""A small notebook with nothing wrong in it, for tests that break one thing."""

import copy

import nbformat
import pytest

from tools.outputs import METADATA, stamped

OPENING = """\
# Step a generator

20 minutes · you need notebook 00

At the end you can:

- **step** a generator click by click
- **tell** calling from
  running"""
CLOSING = """\
## What you can do now

- [x] **Step** a generator click by click.
- [x] **Tell** calling from running.

### Recall

""" + "\n\n".join(
    f"<details><summary>Question {n}, `1 != 2`?</summary>\n\nAnswer.\n</details>" for n in range(3)
)
TERMS = "\n\n**Terms met:** *resume* (go on)."


def markdown(name, source):
    return nbformat.v4.new_markdown_cell(source, id=name)


def code(name, source, text, count, *tags):
    output = nbformat.v4.new_output("stream", name="stdout", text=text)
    return nbformat.v4.new_code_cell(
        source,
        id=name,
        execution_count=count,
        outputs=[output],
        metadata={"tags": list(tags)} if tags else {},
    )


@pytest.fixture
def notebook():
    cells = [
        markdown("title", OPENING),
        markdown("way", "[all notebooks](../README.md)"),
        code("greet", "print('hello')  # said once", "hello\n", 1),
        code("time", "print(clock())", "3.5 s\n", 2, "nbval-ignore-output"),
        code("make", "%matplotlib inline\ndef countdown(n):\n    pass", "", 3, "exercise"),
        markdown("closing", CLOSING + TERMS),
        markdown("onward", "**Next:** choose from [all notebooks](../README.md)."),
    ]
    cells[4].outputs = []
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=copy.deepcopy(METADATA))
    notebook.nbformat_minor = 5
    for cell, stamp in stamped(notebook):
        if cell.id == "time":
            cell.metadata["lazylab"] = {"saved_for": stamp}
    return notebook


@pytest.fixture
def cell(notebook):
    """Gives a cell of the notebook by its id."""
    return {cell.id: cell for cell in notebook.cells}.__getitem__
