"""Each check of a notebook's shape lets a sound one through and sees what is wrong with another."""

import pytest

from tests.notebooks import shape

EXERCISES = ["countdown"]


def test_a_sound_notebook_passes(notebook):
    checks = [shape.frame, shape.names, shape.empty, shape.opening, shape.promises]
    for check in [*checks, shape.closing, shape.headings]:
        assert check(notebook) == []
    assert shape.exercises(notebook, EXERCISES) == []


def test_a_missing_end_is_seen(notebook):
    del notebook.cells[-1]
    assert shape.frame(notebook) == [
        "ends with the cells ['make', 'closing'], not closing and onward"
    ]


def test_a_missing_way_is_seen(notebook):
    del notebook.cells[1]
    assert shape.frame(notebook) == ["begins with the cells ['title', 'greet'], not title and way"]


@pytest.mark.parametrize("name", ["3f2a9c1b", "a1b2c3d4", "Greet", "a_b", "cell-"])
def test_an_unreadable_id_is_seen(notebook, cell, name):
    cell("greet").id = name
    assert shape.names(notebook) == [f"cell {name} has no readable id"]


def test_an_id_that_is_there_twice_is_seen(notebook, cell):
    cell("greet").id = "time"
    assert shape.names(notebook) == ["the id time is there twice"]


@pytest.mark.parametrize("name", ["greet", "way"])
def test_an_empty_cell_is_seen(notebook, cell, name):
    cell(name).source = " \n"
    assert shape.empty(notebook) == [f"cell {name} is empty"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("# Step", "Step", "cell title has no line '# Title' at the top"),
        ("20 minutes ·", "Takes 20 minutes,", "cell title has no line '20 minutes · you need …'"),
        ("you can:", "you know", "cell title has no line 'At the end you can:'"),
        ("- **tell**", "**tell**", "cell title lists 1 abilities, not two to four"),
    ],
)
def test_an_opening_without_a_part_is_seen(notebook, cell, old, new, problem):
    cell("title").source = cell("title").source.replace(old, new)
    assert shape.opening(notebook) == [problem]


def test_a_promise_that_is_not_ticked_is_seen(notebook, cell):
    cell("closing").source = cell("closing").source.replace("**Tell**", "**Know**")
    assert shape.promises(notebook) == ["promises ['step', 'tell'] and ticks ['step', 'know']"]


def test_ticks_in_another_order_are_seen(notebook, cell):
    cell("title").source = cell("title").source.replace("**step**", "**try**")
    cell("title").source = cell("title").source.replace("**tell**", "**step**")
    assert "promises ['try', 'step']" in shape.promises(notebook)[0]


def test_an_ability_without_its_verb_is_seen(notebook, cell):
    for name in ("title", "closing"):
        cell(name).source = cell(name).source.replace("tep** a", "tep a**")
    assert shape.promises(notebook) == [
        "an ability does not begin with its verb in bold, as in **step** a …"
    ]


def test_an_ability_without_a_tick_is_seen(notebook, cell):
    cell("closing").source = cell("closing").source.replace("- [x] **Tell", "- **Tell")
    assert shape.promises(notebook) == ["an ability in cell closing has no tick '- [x]'"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("## What you can do now", "## The end", "has no heading"),
        ("### Recall", "### Remember", "has no ### Recall"),
        ("**Terms met:**", "Terms:", "has no line of **Terms met:**"),
        ("<details><summary>Question 1", "<details>Question 1", "asks 2 questions, fewer than 3"),
    ],
)
def test_a_closing_without_a_part_is_seen(notebook, cell, old, new, problem):
    cell("closing").source = cell("closing").source.replace(old, new)
    assert f"cell closing {problem}" in shape.closing(notebook)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("### Deep", "heading 'Deep' has level 3 below one of level 1"),
        ("# Again", "heading 'Again' is a second title"),
    ],
)
def test_a_heading_out_of_level_is_seen(notebook, cell, source, problem):
    cell("way").source = source
    assert shape.headings(notebook) == [problem]


def test_a_comment_in_a_program_is_no_heading(notebook, cell):
    cell("way").source = "```python\n# a comment\n```"
    assert shape.headings(notebook) == []


def test_a_notebook_that_begins_below_the_title_is_seen(notebook, cell):
    cell("title").source = "## Step a generator"
    assert shape.headings(notebook) == [
        "heading 'Step a generator' has level 2 below one of level 0"
    ]


def test_a_missing_exercise_is_seen(notebook):
    assert shape.exercises(notebook, ["countdown", "echo_twice"]) == [
        "has the exercises ['countdown'], not ['countdown', 'echo_twice']"
    ]


def test_an_exercise_that_nobody_knows_is_seen(notebook):
    assert shape.exercises(notebook, []) == ["has the exercises ['countdown'], not []"]


def test_an_exercise_that_is_there_twice_is_seen(notebook, cell):
    cell("greet").metadata["tags"] = ["exercise"]
    cell("greet").source = cell("make").source
    assert shape.exercises(notebook, EXERCISES) == [
        "has the exercises ['countdown', 'countdown'], not ['countdown']"
    ]


def test_a_helper_in_an_exercise_is_seen(notebook, cell):
    cell("make").source += "\n\nclass Helper:\n    pass"
    assert "defines ['countdown', 'Helper'], not one name" in shape.exercises(notebook, [])[0]


def test_a_class_can_be_an_exercise(notebook, cell):
    cell("make").source = "class countdown:\n    pass"
    assert shape.exercises(notebook, EXERCISES) == []
