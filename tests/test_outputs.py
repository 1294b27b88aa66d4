"""Re-running notebooks: what is kept, what is dropped, and what is refused in a sentence."""

import nbformat
import pytest

from tools import outputs

OPENING = "# Step\n\n5 minutes · you need a mind\n\nAt the end you can:\n\n- **step** a generator"


def code(name, source, *tags):
    return nbformat.v4.new_code_cell(source, id=name, metadata={"tags": list(tags)})


def write(folder, *cells, file="00-a.ipynb"):
    title = nbformat.v4.new_markdown_cell(OPENING, id="title")
    path = folder / file
    nbformat.write(nbformat.v4.new_notebook(cells=[title, *cells]), path)
    return path


def cell(text, name):
    return next(c for c in nbformat.reads(text, as_version=4).cells if c.id == name)


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A folder of notebooks that `main` works in."""
    monkeypatch.setattr(outputs, "NOTEBOOKS", tmp_path)
    monkeypatch.setattr(outputs, "TEMPLATES", tmp_path / "templates")
    return tmp_path


# ---- one run --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """The path and the new text of a notebook with one cell of each kind."""
    path = write(
        tmp_path_factory.mktemp("notebooks"),
        code("print", "print('a')\nobject()", "nbval-ignore-output"),
        code("plain", "2 + 2"),
        code("fails", "import json\njson.loads('')", "raises-exception"),
        code(
            "where", "import os, pathlib\npathlib.Path.cwd().name, len(os.environ['LAZYLAB_HOME'])"
        ),
        code("widget", "import ipywidgets\nipywidgets.IntSlider()"),
        code("figure", "'MPLBACKEND' in os.environ and 'inline' in os.environ['MPLBACKEND']"),
    )
    return path, outputs.rerun(path, {"way": "the way"})


def test_outputs_are_saved_and_generated_cells_are_written(ran):
    _, text = ran
    assert cell(text, "plain").outputs[0].data == {"text/plain": "4"}
    assert cell(text, "way").source == "the way"
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


def test_nothing_of_the_run_is_saved(ran):
    _, text = ran
    notebook = nbformat.reads(text, as_version=4)
    assert notebook.metadata == outputs.METADATA
    assert cell(text, "plain").metadata == {}
    assert list(cell(text, "widget").outputs[0].data) == ["text/plain"]


def test_addresses_are_cut_where_nothing_is_compared(ran):
    _, text = ran
    assert cell(text, "print").outputs[1].data["text/plain"] == "<object at 0x…>"


def test_folders_are_cut_from_tracebacks(ran):
    _, text = ran
    [error] = cell(text, "fails").outputs
    assert "…/decoder.py" in "\n".join(error.traceback)
    assert "lib/python" not in "\n".join(error.traceback)


def test_a_kernel_starts_beside_its_notebook_with_figures_in_the_page(ran):
    path, text = ran
    assert path.parent.name in cell(text, "where").outputs[0].data["text/plain"]
    assert cell(text, "figure").outputs[0].data["text/plain"] == "True"


def test_a_second_run_changes_no_byte(ran):
    path, text = ran
    path.write_text(text, encoding="utf-8")
    assert outputs.rerun(path, {"way": "the way"}) == text


# ---- what is kept ---------------------------------------------------------------------------


def cells_with(text, stamp="1", tags=(outputs.VARIES,)):
    cell = code("c", "clock()", *tags)
    cell.outputs = [nbformat.v4.new_output("stream", text=text)]
    cell.metadata["lazylab"] = {"saved_for": stamp}
    return cell


@pytest.mark.parametrize(
    ("saved", "fresh"),
    [
        ("took 12.5 ms\n", "took 3 s\n"),
        ("8,448,728 bytes, 36.1 MB", "8,448,730 bytes, 35.9 MB"),
        ("900 KiB", "1.1 MiB"),
        ("1.2 µs ± 3 ns", "900 ns ± 0.1 μs"),
        ("33 %", "4 %"),
        ("0.1 0.2 0.3", "0.1 0.2"),
    ],
)
def test_an_output_that_differs_in_its_measurements_is_kept(saved, fresh):
    assert outputs.is_still_true(cells_with(saved), cells_with(fresh))


@pytest.mark.parametrize(
    ("saved", "fresh"),
    [("2 times faster", "2 times slower"), ("3 steps", "3 tapes"), ("took 1 s", "took 1 s: none")],
)
def test_an_output_that_says_something_else_is_not(saved, fresh):
    assert not outputs.is_still_true(cells_with(saved), cells_with(fresh))


def test_an_output_of_other_code_is_not():
    assert not outputs.is_still_true(cells_with("1 s", stamp="1"), cells_with("2 s", stamp="2"))


def test_an_output_that_is_compared_is_not():
    assert not outputs.is_still_true(cells_with("1 s", tags=()), cells_with("2 s", tags=()))


def test_another_error_is_not():
    saved, fresh = cells_with(""), cells_with("")
    saved.outputs = [nbformat.v4.new_output("error", ename="KeyError", evalue="1")]
    fresh.outputs = [nbformat.v4.new_output("error", ename="IndexError", evalue="1")]
    assert not outputs.is_still_true(saved, fresh)


def test_an_output_of_another_turn_is_not():
    saved, fresh = cells_with(""), cells_with("")
    saved.outputs = [nbformat.v4.new_output("execute_result", execution_count=37)]
    fresh.outputs = [nbformat.v4.new_output("execute_result", execution_count=4)]
    assert not outputs.is_still_true(saved, fresh)


def test_a_stamp_is_of_the_code_of_a_cell_and_all_above():
    def stamps(*sources):
        cells = [code(f"c{n}", source) for n, source in enumerate(sources)]
        notebook = nbformat.v4.new_notebook(cells=cells)
        return [stamp for _, stamp in outputs.stamped(notebook)]

    assert stamps("a", "b") == stamps("a", "b")
    assert stamps("a", "b")[0] == stamps("a", "c")[0]
    assert stamps("a", "b")[1] != stamps("x", "b")[1]
    assert stamps("ab", "c")[1] != stamps("a", "bc")[1]


def test_a_print_that_arrives_in_pieces_is_one_output():
    def stream(text, name="stdout"):
        return nbformat.v4.new_output("stream", name=name, text=text)

    shown = nbformat.v4.new_output("display_data", data={"text/plain": "1"})
    pieces = [stream("a"), stream("\n"), shown, stream("b"), stream("c", "stderr"), stream("d")]
    assert outputs.joined(pieces) == [
        stream("a\n"),
        shown,
        stream("b"),
        stream("c", "stderr"),
        stream("d"),
    ]
    assert outputs.joined([shown, shown]) == [shown, shown]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("File \x1b[32m~/lib/python3.11/json/x.py:3\x1b[39m", "File \x1b[32m…/x.py:3\x1b[39m"),
        ('  File "/tmp/ipykernel_7/42.py", line 7', '  File "…/42.py", line 7'),
        (r"File C:\Users\ada\x.py:3", "File …/x.py:3"),
        ("<generator object f at 0x7ff007569a40>", "<generator object f at 0x…>"),
        ("GET /shop/a 0xff", "GET /shop/a 0xff"),
    ],
)
def test_places_are_cut(text, cut):
    assert outputs.without_place(text) == cut


# ---- what is refused ------------------------------------------------------------------------


def test_an_unannounced_error_fails_the_command_in_one_sentence(course, capsys):
    path = write(course, code("fine", "1"), code("oops", "nothing"), code("later", "nothing"))
    before = path.read_text("utf-8")
    assert outputs.main([]) == 1
    assert capsys.readouterr().err == (
        "00-a.ipynb: cell oops raised NameError: name 'nothing' is not defined.\n"
    )
    assert path.read_text("utf-8") == before


def test_a_cell_that_does_not_raise_what_it_promises_fails_the_command(course, capsys):
    write(course, code("calm", "1", "raises-exception"))
    assert outputs.main(["notebooks/00-a.ipynb"]) == 1
    assert "00-a.ipynb: cell calm is tagged raises-exception and raised" in capsys.readouterr().err


def test_a_cell_that_takes_too_long_is_named(course, capsys, monkeypatch):
    monkeypatch.setattr(outputs, "PATIENCE", 1)
    write(course, code("stuck", "import time; time.sleep(60)"))
    assert outputs.main([]) == 1
    assert capsys.readouterr().err == "00-a.ipynb: cell stuck took more than 1 seconds.\n"


def test_a_cell_that_ends_its_kernel_is_named(course, capsys):
    write(course, code("fine", "1"), code("exit", "import os; os._exit(1)"))
    assert outputs.main([]) == 1
    assert capsys.readouterr().err == "00-a.ipynb: cell exit ended its kernel.\n"


def test_the_other_notebooks_are_saved_all_the_same(course, capsys):
    write(course, code("oops", "nothing"))
    path = write(course, code("fine", "6 * 7", outputs.VARIES), file="01-b.ipynb")
    assert outputs.main([]) == 1
    assert capsys.readouterr().out == "01-b.ipynb: saved; 1 of 1 outputs are not compared\n"
    assert cell(path.read_text("utf-8"), "fine").outputs[0].data["text/plain"] == "42"


def test_a_template_is_run_with_all_the_others_and_gets_no_links(course):
    (course / "templates").mkdir()
    write(course)
    path = write(course / "templates", code("fine", "6 * 7"), file="lesson.ipynb")
    assert outputs.main([]) == 0
    text = path.read_text("utf-8")
    assert cell(text, "fine").outputs[0].data["text/plain"] == "42"
    assert '"way"' not in text


def test_an_unknown_name_lists_the_known_ones(course, capsys):
    write(course)
    assert outputs.main(["01-b"]) == 1
    assert capsys.readouterr().err == "There is no notebook '01-b'. There are: 00-a.ipynb.\n"


def test_a_notebook_without_its_title_is_named(course, capsys):
    path = write(course)
    path.write_text(path.read_text("utf-8").replace("# Step", "Step"), encoding="utf-8")
    assert outputs.main([]) == 1
    assert capsys.readouterr().err == "00-a.ipynb: the first cell has no line '# Title'.\n"
