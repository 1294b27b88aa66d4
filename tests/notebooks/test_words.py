"""Each check of a notebook's words lets a sound one through and sees what is wrong with another."""

import nbformat
import pytest

from tests.notebooks import words


def test_a_sound_notebook_passes(notebook, tmp_path):
    (tmp_path / "README.md").touch()
    (tmp_path / "notebooks").mkdir()
    for check in (words.left_overs, words.tone, words.spelling, words.pictures, words.folds):
        assert check(notebook) == []
    assert words.links(notebook, tmp_path / "notebooks") == []
    assert words.neighbours(notebook, {"way": "[all notebooks](../README.md)"}) == []


@pytest.mark.parametrize("word", ["TODO", "fixme", "XXX", "Lorem"])
@pytest.mark.parametrize("name", ["way", "greet"])
def test_what_an_author_left_is_seen(notebook, cell, name, word):
    cell(name).source += f"\n# {word}: more"
    assert words.left_overs(notebook) == [f"cell {name} says {word!r}"]


@pytest.mark.parametrize(
    "text", ["Well done!", "*now*!\n", "as `a` is!", "> go!", "![a cat!](cat.png)"]
)
def test_an_exclamation_mark_is_seen(notebook, cell, text):
    cell("way").source = text
    assert words.tone(notebook) == ["cell way says '!'"]


@pytest.mark.parametrize(
    "text",
    ["`!pip`", "`a != b`", "a != b", "![a cat](cat.png)", "```sh\n!ls\n```", "<!-- simply -->"],
)
def test_an_exclamation_mark_of_a_program_is_none(notebook, cell, text):
    cell("way").source = text
    assert words.tone(notebook) == []


@pytest.mark.parametrize("word", ["simply", "Just", "obviously", "easy"])
def test_a_word_that_belittles_is_seen_in_text_and_comments(notebook, cell, word):
    cell("way").source = f"This is {word} so."
    cell("greet").source = f"x = 1  # {word} one"
    assert words.tone(notebook) == [f"cell way says {word!r}", f"cell greet says {word!r}"]


def test_words_that_contain_one_are_let_through(notebook, cell):
    cell("way").source = "We adjust what is unjust; `just` is a name, [and this](just.png)."
    assert words.tone(notebook) == []


@pytest.mark.parametrize("word", ["color", "colored", "Behavior", "recognize", "memoization"])
def test_an_american_spelling_is_seen(notebook, cell, word):
    cell("way").source = f"The {word} of it."
    assert words.spelling(notebook) == [f"cell way says {word!r}"]


def test_british_spellings_and_names_in_code_are_let_through(notebook, cell):
    cell("way").source = 'Colours, behaviour, recognised. `color=` <span style="color:red">x</span>'
    assert words.spelling(notebook) == []


@pytest.mark.parametrize(
    "picture",
    ["![](a.png)", "![ ](a.png)", '<img src="a.png">', '<img alt="" src="a.png">', "<img alt=' '>"],
)
def test_a_picture_without_words_is_seen(notebook, cell, picture):
    cell("way").source = picture
    html = nbformat.v4.new_output("display_data", data={"text/html": "<img src='data:x'>"})
    cell("greet").outputs = [html]
    assert words.pictures(notebook) == [
        "cell way has a picture without words for it",
        "cell greet has a picture without words for it",
    ]


@pytest.mark.parametrize("picture", ["![a list](a.png)", "<img src='a.png' alt='two\nlines'/>"])
def test_a_picture_with_words_is_let_through(notebook, cell, picture):
    cell("way").source = picture
    assert words.pictures(notebook) == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[next](no.ipynb)", "no.ipynb"),
        ("![a picture](pictures/no.png)", "pictures/no.png"),
        ('[next](no.ipynb#part "title")', "no.ipynb#part"),
        ("<a href='no.html'>x</a>", "no.html"),
        ('<img alt="x" src="no.png">', "no.png"),
        ("[root](/README.md)", "/README.md"),
    ],
)
def test_a_link_to_nothing_is_seen(notebook, cell, tmp_path, text, target):
    for each in ("way", "onward"):
        cell(each).source = text
    problem = f"links to {target}, which is not there"
    assert words.links(notebook, tmp_path) == [f"cell way {problem}", f"cell onward {problem}"]


@pytest.mark.parametrize(
    "text", ["[a](a%20b.md#part)", "[a](https://docs.python.org)", "[a](#part)", "`[a](no.md)`"]
)
def test_a_link_to_something_is_let_through(notebook, cell, tmp_path, text):
    (tmp_path / "a b.md").touch()
    for each in ("way", "onward"):
        cell(each).source = text
    assert words.links(notebook, tmp_path) == []


def test_a_generated_cell_that_was_changed_or_lost_is_seen(notebook):
    assert words.neighbours(notebook, {"way": "other", "lost": "text"}) == [
        "cell way is not as generated; run make outputs",
        "cell lost is not as generated; run make outputs",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<details><summary>Q</summary>\n\nA.",
        "<summary>Q</summary>\n\nA.\n</details>",
        "<details>\n\nA.\n</details>",
        "<details><summary>Q\n\nA.\n</details>",
        "<details><summary>Q</summary>\n\n<details><summary>R</summary>\n\nA.\n</details>",
    ],
)
def test_a_fold_that_is_not_whole_is_seen(notebook, cell, text):
    cell("way").source = text
    assert words.folds(notebook) == ["cell way has a <details> that is not whole"]


def test_a_fold_without_its_empty_line_is_seen(notebook, cell):
    cell("way").source = "<details open><summary>Q</summary>\nA.\n</details>"
    assert words.folds(notebook) == ["cell way has no empty line after a </summary>"]


def test_a_fold_that_is_only_spoken_of_is_let_through(notebook, cell):
    cell("way").source = "Open the `<details>` below."
    assert words.folds(notebook) == []
