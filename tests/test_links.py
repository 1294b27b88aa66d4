"""The generated cells: made from the titles alone, left out where there is no neighbour."""

import nbformat
import pytest

from tools.links import Entry, abilities, entry, fill, generated

OPENING = """\
# Tell calling from running

25 minutes · you need notebook 01

At the end you can:

- **predict** what a call
  prints, and when.
- **name** the four states
"""
FIRST = Entry("00-a.ipynb", "00 Click once", 10, "**step** a generator")
SECOND = Entry("01-b.ipynb", "01 Turn it", 20, "**turn** a function into a generator")
THIRD = Entry("03-c.ipynb", "03 Go on", 30, "**write** what never ends")


def test_an_entry_is_read_from_the_first_cell():
    assert entry("02-calling.ipynb", OPENING) == Entry(
        "02-calling.ipynb",
        "02 Tell calling from running",
        25,
        "**predict** what a call prints, and when",
    )


@pytest.mark.parametrize(
    ("missing", "problem"),
    [
        ("# Tell", "02-x.ipynb: the first cell has no line '# Title'."),
        ("25 minutes ·", "02-x.ipynb: no line '20 minutes · you need …'."),
        ("- ", "02-x.ipynb: no line such as '- **step** a generator' says what one learns."),
    ],
)
def test_a_first_cell_without_a_part_is_refused(missing, problem):
    with pytest.raises(ValueError, match=problem.replace("*", r"\*")):
        entry("02-x.ipynb", OPENING.replace(missing, ""))


def test_abilities_are_read_with_and_without_ticks():
    assert abilities("- [x] **Step** on.\n- **tell**\n  them\n- no ability\n\n**not** one") == [
        "**Step** on",
        "**tell** them",
    ]


def test_the_way_leads_back_to_all_and_forward():
    assert generated([FIRST, SECOND, THIRD])["01-b.ipynb"]["way"] == (
        "← [00 Click once](00-a.ipynb) · [all notebooks](../README.md) · [03 Go on](03-c.ipynb) →"
    )


def test_a_missing_neighbour_is_left_out():
    cells = generated([FIRST, SECOND])
    assert cells["00-a.ipynb"]["way"] == (
        "[all notebooks](../README.md) · [01 Turn it](01-b.ipynb) →"
    )
    assert cells["01-b.ipynb"]["way"] == (
        "← [00 Click once](00-a.ipynb) · [all notebooks](../README.md)"
    )


def test_the_end_leads_onward_or_to_all_notebooks():
    cells = generated([FIRST, SECOND])
    assert cells["00-a.ipynb"]["onward"] == (
        "**Next:** [01 Turn it](01-b.ipynb): in 20 minutes you can "
        "**turn** a function into a generator."
    )
    assert cells["01-b.ipynb"]["onward"] == "**Next:** choose from [all notebooks](../README.md)."


def test_the_cells_are_rewritten_or_put_where_they_belong():
    title = nbformat.v4.new_markdown_cell("# T", id="title")
    onward = nbformat.v4.new_markdown_cell("old", id="onward")
    notebook = nbformat.v4.new_notebook(cells=[title, onward])
    fill(notebook, {"way": "w", "onward": "o"})
    assert [(cell.id, cell.source) for cell in notebook.cells] == [
        ("title", "# T"),
        ("way", "w"),
        ("onward", "o"),
    ]
    nbformat.validate(notebook)
