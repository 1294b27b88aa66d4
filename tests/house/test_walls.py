"""Imports point down: a room imports only the rooms it may, and the front door is light."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "lazylab"
BASE = {"records", "reprs", "errors"}
MAY_IMPORT = {
    "records": set(),
    "reprs": set(),
    "errors": set(),
    "observe": BASE,
    "show": BASE,
    "checkup": BASE | {"show"},
    "data": BASE,
    "exercises": BASE | {"observe", "show"},
    "predictions": {"records"},
    "widgets": BASE | {"observe", "predictions", "show"},
    "__init__": None,  # the front door names every room, and loads none until it is asked to
}
JUPYTER = {"anywidget", "ipywidgets", "IPython", "ipykernel", "traitlets"}
OUTSIDE = {"widgets": set(), "observe": JUPYTER | {"matplotlib"}, "show": JUPYTER}


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def room(path):
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


MODULES = sorted(PACKAGE.rglob("*.py"))


def test_every_room_is_on_the_plan():
    assert {room(path) for path in MODULES} == set(MAY_IMPORT)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_room_may(path):
    allowed = MAY_IMPORT[room(path)]
    if allowed is None:
        return
    rooms = {name.split(".")[1] for name in imported(path) if name.startswith("lazylab.")}
    assert rooms <= allowed | {room(path)}
    outside = {name.split(".")[0] for name in imported(path)}
    assert not outside & OUTSIDE.get(room(path), JUPYTER | {"matplotlib"})


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_says_in_one_sentence_what_lives_there(path):
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring
    assert docstring.splitlines()[0].endswith(".")


def loaded_by(statement):
    code = f"import sys; {statement}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in run.stdout.split()}


def test_importing_lazylab_loads_no_library():
    heavy = {"matplotlib", "numpy", "pygments"} | JUPYTER
    assert not loaded_by("import lazylab") & heavy


def test_the_engine_runs_without_jupyter():
    statement = "from lazylab.observe.stepping import Driver; Driver(iter, ([1],), {}, 5).next()"
    assert not loaded_by(statement) & (JUPYTER | {"matplotlib", "pygments"})


def test_every_verb_of_the_front_door_opens():
    import lazylab

    assert all(callable(getattr(lazylab, verb)) for verb in lazylab.__all__)
    with pytest.raises(AttributeError, match="It has: check, doctor, hint, predict"):
        lazylab.stepp
