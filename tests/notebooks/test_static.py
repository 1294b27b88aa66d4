"""What a reader without a kernel sees: on GitHub, which drops every style, and in exported HTML."""

import html
import re

import pytest
from nbconvert import HTMLExporter

from tools import outputs

NOTEBOOKS = sorted(outputs.NOTEBOOKS.glob("*.ipynb"))
WIDGETS = ("lazylab.step(", "lazylab.predict(")


def pictures(path):
    """Yield cell id, plain text and HTML of every widget that a notebook shows."""
    for cell in outputs.code_cells(outputs.read(path)):
        if cell.source.rpartition("\n")[2].startswith(WIDGETS):
            data = cell.outputs[0].data
            yield cell.id, data["text/plain"], data["text/html"]


def text(markup):
    """Return the text of HTML as it stands without any style."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


def blocks(markup):
    """Return the text of each ``<pre>``."""
    return [text(block).strip("\n") for block in re.findall(r"<pre[^>]*>(.*?)</pre>", markup, re.S)]


ALL = [(path.stem, *picture) for path in NOTEBOOKS for picture in pictures(path)]
IDS = [f"{notebook}:{cell}" for notebook, cell, _, _ in ALL]


def test_there_are_pictures_to_look_at():
    assert len({notebook for notebook, *_ in ALL}) == len(NOTEBOOKS)


@pytest.mark.parametrize(("notebook", "cell", "plain", "markup"), ALL, ids=IDS)
def test_a_picture_has_no_control_and_needs_no_stylesheet(notebook, cell, plain, markup):
    assert not re.search(r"<(button|input|script|style|link)\b| class=", markup)


@pytest.mark.parametrize(("notebook", "cell", "plain", "markup"), ALL, ids=IDS)
def test_the_program_or_the_answers_stand_in_it_line_by_line(notebook, cell, plain, markup):
    if plain.startswith("Predict."):
        answers = re.split(r"^  [A-Z]  ", plain.rpartition("\n")[0], flags=re.M)[1:]
        wanted = [re.sub(r"^     ", "", answer, flags=re.M).strip("\n") for answer in answers]
        assert blocks(markup) == wanted
    else:
        lines = [line.rstrip() for line in blocks(markup)[0].splitlines()]
        assert lines == plain.splitlines()[1:-1]


@pytest.mark.parametrize(("notebook", "cell", "plain", "markup"), ALL, ids=IDS)
def test_it_says_how_things_stand(notebook, cell, plain, markup):
    assert text(markup).endswith(plain.splitlines()[-1])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_exported_html_shows_every_picture(path):
    exported, _ = HTMLExporter(embed_images=True).from_notebook_node(outputs.read(path))
    for cell, plain, markup in pictures(path):
        assert markup in exported, cell
        assert html.escape(plain.splitlines()[0], quote=False) not in exported, "its text as well"
    assert "application/vnd.jupyter.widget-view+json" not in exported
