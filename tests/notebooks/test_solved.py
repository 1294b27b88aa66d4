"""The notebooks with every exercise solved: put in its cell, each solution passes to the end."""

import pytest

from lazylab.exercises.catalogue import CATALOGUE
from tools import outputs


def exercise_cells(notebook):
    return [c for c in outputs.code_cells(notebook) if outputs.has_tag(c, "exercise")]


ALL = sorted(outputs.NOTEBOOKS.glob("*.ipynb"))
PATHS = [path for path in ALL if exercise_cells(outputs.read(path))]


def solve(cell):
    """Put the solution where the stub is, and keep the line that checks it; return its name."""
    stub, check = cell.source.rsplit("\n\n", 1)
    name = stub.split("(")[0].removeprefix("def ")
    assert check == f'lazylab.check("{name}", {name})'
    cell.source = f"{CATALOGUE[name].source}\n\n{check}"
    return name


@pytest.fixture(scope="module", params=PATHS, ids=lambda path: path.stem)
def solved(request):
    """A notebook after a run with all its exercises solved, and their names by cell id."""
    notebook = outputs.read(request.param)
    names = {cell.id: solve(cell) for cell in exercise_cells(notebook)}
    outputs.execute(notebook, request.param.parent)
    return notebook, names


def test_every_exercise_is_found_correct(solved):
    notebook, names = solved
    for cell in exercise_cells(notebook):
        text = cell.outputs[0].data["text/plain"]
        assert text.startswith(f"{names[cell.id]}: correct."), text


def test_nothing_else_in_the_notebook_is_disturbed(solved):
    notebook, _ = solved
    assert list(outputs.surprises(notebook)) == []
