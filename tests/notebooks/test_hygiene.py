"""The notebooks of the course: each has its shape, its words are checked, its outputs are true."""

import difflib
from functools import partial
from pathlib import Path

import nbformat
import pytest

from tests.notebooks import saved, shape, words
from tools import links, outputs

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "notebooks"
# the course, in its order, with the exercises of each notebook
COURSE = {
    "00-start-here": [],
    "01-one-keyword": ["countdown", "echo_twice"],
    "02-calling-does-not-run": ["logged_countdown", "eager_check"],
    "03-infinite-sequences": ["fib", "primes", "take_while_under"],
    "04-constant-memory": ["running_max", "file_stats"],
    "05-generator-expressions": ["first_match", "squares_below"],
    "06-pipelines": ["clean_lines", "parse_requests", "status_counts"],
    "07-delegation": ["flatten", "flatten_deep", "inorder"],
    "08-two-way-traffic": ["running_average", "with_cleanup"],
    "09-javascript": [],
    "10-interview-patterns": [
        "chunks",
        "windows",
        "merge_sorted",
        "merge_many",
        "round_robin",
        "dedupe",
        "peekable",
    ],
    "11-when-not-to": ["choose"],
    "12-two-billion-lines": ["sessions", "top_paths", "error_bursts"],
    "13-beyond-one-machine": ["partition_counts"],
    "14-mock-interview": [],
}
UNCOMPARED = 0.15  # the largest share of code cells whose output is compared with nothing

PATHS = sorted(FOLDER.glob("*.ipynb"))
each_notebook = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
each_and_the_template = pytest.mark.parametrize(
    "path", [*PATHS, *outputs.TEMPLATES.glob("*.ipynb")], ids=lambda path: path.stem
)


@pytest.fixture(scope="module")
def entries():
    return outputs.entries(FOLDER)


def test_there_are_notebooks_and_each_has_its_place_in_the_course():
    stems = [path.stem for path in PATHS]
    assert stems
    assert stems == [stem for stem in COURSE if stem in stems]


def test_the_readme_names_every_notebook_with_its_title(entries):
    readme = (ROOT / "README.md").read_text("utf-8")
    rows = [f"| [{entry.title}](notebooks/{entry.file}) |" for entry in entries]
    places = [readme.find(row) for row in rows]
    assert -1 not in places, rows[places.index(-1)]
    assert places == sorted(places)
    assert readme.count("(notebooks/") == len(rows)


CHECKS = [
    shape.frame,
    shape.names,
    shape.empty,
    shape.opening,
    shape.promises,
    shape.closing,
    shape.headings,
    words.left_overs,
    words.tone,
    words.spelling,
    words.pictures,
    words.folds,
    partial(words.links, folder=FOLDER),
    saved.form,
    saved.tags,
    saved.ran,
    saved.errors,
    saved.warnings,
    saved.stale,
    saved.machine,
    saved.live,
]


def named(check):
    return getattr(check, "func", check).__name__


@each_and_the_template
@pytest.mark.parametrize("check", CHECKS, ids=named)
def test_a_notebook_passes(check, path):
    problems = check(outputs.read(path))
    assert not problems, "\n".join(problems)


@each_notebook
def test_a_notebook_has_its_exercises_and_no_others(path):
    problems = shape.exercises(outputs.read(path), COURSE[path.stem])
    assert not problems, "\n".join(problems)


@each_notebook
def test_a_notebook_leads_to_its_neighbours(path, entries):
    problems = words.neighbours(outputs.read(path), links.generated(entries)[path.name])
    assert not problems, "\n".join(problems)


def test_few_outputs_are_compared_with_nothing():
    notebooks = {path.stem: outputs.read(path) for path in PATHS}
    skipped = {stem: saved.uncompared(notebook) for stem, notebook in notebooks.items()}
    cells = sum(len(outputs.code_cells(notebook)) for notebook in notebooks.values())
    assert sum(map(len, skipped.values())) < UNCOMPARED * cells, skipped


@each_and_the_template
def test_a_second_run_changes_no_byte_that_is_the_same_on_every_machine(path):
    again = nbformat.reads(outputs.rerun(path, {}), as_version=4)
    changes = difflib.unified_diff(
        lines(outputs.read(path)), lines(again), "saved", "a new run", lineterm="", n=1
    )
    difference = "\n".join(changes)
    assert not difference, difference


def lines(notebook):
    return nbformat.writes(saved.comparable(notebook)).splitlines()
