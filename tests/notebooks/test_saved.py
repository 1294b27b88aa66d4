"""Each check of what is saved lets a sound notebook through and sees what is wrong with another."""

import nbformat
import pytest

from tests.notebooks import saved


def error(name="ValueError"):
    return nbformat.v4.new_output("error", ename=name, evalue="no", traceback=["no"])


def shown(**data):
    data = {kind.replace("_", "/"): value for kind, value in data.items()}
    return nbformat.v4.new_output("display_data", data=data)


def test_a_sound_notebook_passes(notebook):
    checks = [saved.form, saved.tags, saved.ran, saved.errors, saved.warnings, saved.stale]
    for check in [*checks, saved.machine, saved.live]:
        assert check(notebook) == []


def test_another_format_is_seen(notebook):
    notebook.nbformat_minor = 4
    assert "has format 4.4, not 4.5" in saved.form(notebook)


def test_metadata_of_a_machine_or_of_widgets_is_seen(notebook):
    notebook.metadata["language_info"]["version"] = "3.11.7"
    assert "'version': '3.11.7'" in saved.form(notebook)[0]
    del notebook.metadata["language_info"]["version"]
    notebook.metadata["widgets"] = {}
    assert "'widgets': {}" in saved.form(notebook)[0]


def test_an_invalid_notebook_is_seen(notebook, cell):
    del cell("greet")["outputs"]
    assert saved.form(notebook) == ["is not a valid notebook: 'outputs' is a required property"]


@pytest.mark.parametrize("tag", ["nbval-skip", "nbval-ignore-outputs", "hide"])
def test_an_unknown_tag_is_seen(notebook, cell, tag):
    cell("greet").metadata["tags"] = ["exercise", tag]
    assert saved.tags(notebook) == [f"cell greet has the unknown tags [{tag!r}]"]


def test_execution_times_are_seen(notebook, cell):
    cell("greet").metadata["execution"] = {"iopub.execute_input": "2026-01-01T00:00:00Z"}
    assert saved.tags(notebook) == ["cell greet has the metadata ['execution']"]


@pytest.mark.parametrize("marker", ["NBVAL_IGNORE_OUTPUT", "NBVAL_SKIP"])
def test_a_comment_that_nbval_reads_is_seen(notebook, cell, marker):
    cell("greet").source = f"# {marker}\nprint('hello')"
    assert saved.tags(notebook) == [f"cell greet has the comment {marker} where a tag belongs"]


@pytest.mark.parametrize("count", [None, 7])
def test_a_cell_that_was_not_run_in_its_turn_is_seen(notebook, cell, count):
    cell("time").execution_count = count
    assert saved.ran(notebook) == [f"its cells ran as [1, {count}, 3]; run make outputs"]


def test_an_error_without_its_tag_is_seen(notebook, cell):
    cell("greet").outputs.append(error())
    assert saved.errors(notebook) == [
        "cell greet shows an error and is not tagged raises-exception"
    ]


def test_a_tag_without_its_error_is_seen(notebook, cell):
    cell("greet").metadata["tags"] = ["raises-exception"]
    assert saved.errors(notebook) == ["cell greet is tagged raises-exception and shows no error"]
    cell("greet").outputs.append(error())
    assert saved.errors(notebook) == []


def test_a_warning_is_seen_where_outputs_are_compared(notebook, cell):
    for name in ("greet", "time"):
        cell(name).outputs[0].name = "stderr"
    assert saved.warnings(notebook) == ["cell greet writes to stderr"]


@pytest.mark.parametrize("changed", ["greet", "time"])
def test_an_output_that_varies_and_is_of_other_code_is_seen(notebook, cell, changed):
    cell(changed).source += "\nprint(1)"
    assert saved.stale(notebook) == ["cell time shows the output of other code; run make outputs"]


def test_code_below_an_output_does_not_make_it_stale(notebook, cell):
    cell("make").source += "\n    return 1"
    assert saved.stale(notebook) == []


PLACES = [
    "/home/ada/course/",
    "/Users/ada/",
    "C:\\Users\\ada",
    "'/tmp/x'",
    "(/root/x)",
    "/var/folders/zz",
    "lib/python3.11/contextlib.py",
    "site-packages",
    "~/.pyenv/x",
    "ipykernel_123",
    "<f at 0x7f00deadbeef>",
]


@pytest.mark.parametrize("place", PLACES)
def test_a_place_on_one_machine_is_seen_wherever_it_stands(notebook, cell, place):
    cell("way").source = f"See {place} for it."
    cell("greet").source = f"open({place})"
    cell("greet").outputs = [error()]
    cell("greet").outputs[0].traceback = [f"File {place}"]
    cell("time").outputs = [shown(text_plain=f"in {place}")]
    where = [problem.split(" names ")[0] for problem in saved.machine(notebook)]
    assert list(dict.fromkeys(where)) == ["cell way", "cell greet", "cell time"]
    assert len(where) >= 4


@pytest.mark.parametrize("text", ["GET /home HTTP/1.1", "<f at 0x…>", "0xff", "/tmpl/a", "python3"])
def test_what_is_no_place_is_let_through(notebook, cell, text):
    cell("greet").source = cell("greet").outputs[0].text = text
    assert saved.machine(notebook) == []


def test_a_widget_is_seen(notebook, cell):
    cell("greet").outputs = [shown(**{saved.WIDGET: {"model_id": "1"}})]
    assert saved.live(notebook) == ["cell greet keeps a widget"]


@pytest.mark.parametrize(
    "html",
    ["<script>", "<style>p {}</style>", '<p class="a">', '<b a="1" class="a">', "<button>next()"],
)
def test_html_that_needs_more_than_itself_is_seen(notebook, cell, html):
    cell("greet").outputs = [shown(text_html=html)]
    problem = saved.live(notebook)
    assert len(problem) == 1
    assert "in its HTML" in problem[0]


def test_html_that_speaks_of_classes_is_let_through(notebook, cell):
    cell("greet").outputs = [shown(text_html='<p style="color:red">class A: x = 1 &lt;script&gt;')]
    assert saved.live(notebook) == []


# ---- what is compared -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    ["# NBVAL_IGNORE_OUTPUT\n1", "# NBVAL_SKIP\n1", "# PYTEST_VALIDATE_IGNORE_OUTPUT\n1"],
)
def test_a_cell_that_nbval_does_not_compare_is_counted(notebook, cell, source):
    assert saved.uncompared(notebook) == ["time"]
    cell("greet").source = source
    assert saved.uncompared(notebook) == ["greet", "time"]


@pytest.mark.parametrize("tag", ["nbval-skip", "nbval-ignore-output"])
def test_a_tag_that_stops_nbval_is_counted(notebook, cell, tag):
    cell("greet").metadata["tags"] = [tag]
    assert saved.uncompared(notebook) == ["greet", "time"]


def test_a_picture_is_counted(notebook, cell):
    cell("greet").outputs = [shown(image_png="iVBO", text_plain="<Figure>")]
    assert saved.uncompared(notebook) == ["greet", "time"]


def test_what_varies_is_compared_by_kind_and_the_rest_as_it_is(notebook, cell):
    compared = saved.comparable(notebook)
    cell("time").outputs[0].text = "4.1 s\n"
    assert saved.comparable(notebook) == compared
    cell("time").outputs = [shown(text_plain="4.1 s")]
    assert saved.comparable(notebook) != compared


def test_the_order_and_number_of_pieces_of_what_varies_is_not_compared(notebook, cell):
    out = cell("time").outputs[0]
    err = nbformat.v4.new_output("stream", name="stderr", text="50 %")
    cell("time").outputs = [out, err]
    compared = saved.comparable(notebook)
    cell("time").outputs = [err, out, err]
    assert saved.comparable(notebook) == compared
    cell("time").outputs = [out]
    assert saved.comparable(notebook) != compared


@pytest.mark.parametrize("output", [error("KeyError"), shown(text_html="<p>hello</p>")])
def test_another_output_is_a_difference(notebook, cell, output):
    cell("greet").outputs = [error()]
    compared = saved.comparable(notebook)
    cell("greet").outputs = [output]
    assert saved.comparable(notebook) != compared


def test_pictures_and_tracebacks_are_not_compared(notebook, cell):
    cell("greet").outputs = [error(), shown(image_png="iVBO")]
    compared = saved.comparable(notebook)
    cell("greet").outputs[0].traceback = ["in another IPython"]
    cell("greet").outputs[1].data["image/png"] = "iVBOR"
    assert saved.comparable(notebook) == compared


def test_what_is_compared_is_a_notebook(notebook, cell):
    cell("greet").outputs = [error(), shown(image_png="iVBO")]
    nbformat.validate(saved.comparable(notebook))
    assert nbformat.writes(saved.comparable(notebook))
