"""The two commands: what goes wrong on a machine gets one sentence that says what to do."""

import importlib.util
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def course():
    spec = importlib.util.spec_from_file_location("course", ROOT / "tools" / "course.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def taken():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def said(capsys):
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1
    return lines[0]


def test_a_too_old_python(course, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit):
        course.check_python()
    assert "needs Python 3.11 or newer, and this is 3.9" in said(capsys)


def test_a_missing_venv_module(course, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SystemExit):
        course.check_python()
    assert "sudo apt install python3-venv" in said(capsys)


def test_a_taken_port_that_was_asked_for(course, taken, capsys):
    with pytest.raises(SystemExit):
        course.chosen_port(str(taken))
    assert f"Port {taken} is taken or not allowed" in said(capsys)


def test_a_taken_default_port_is_stepped_over(course, taken, monkeypatch, capsys):
    monkeypatch.setattr(course, "FIRST_PORT", taken)
    port = course.chosen_port(None)
    assert port not in {taken, 0}
    assert f"Port {taken} is taken, so this one opens on {port}." in capsys.readouterr().out


@pytest.mark.parametrize("port", ["0", "70000", "abc", "-1", "8.5", ""])
def test_a_port_that_is_none(course, port, capsys):
    with pytest.raises(SystemExit):
        course.chosen_port(port)
    assert "PORT is a number from 1 to 65535" in said(capsys)


def test_nothing_is_installed_when_the_stamp_fits(course, monkeypatch, tmp_path):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(course, "VENV", str(tmp_path))
    monkeypatch.setattr(course, "is_runnable", lambda: True)
    calls = []
    monkeypatch.setattr(course, "run_or_stop", lambda command, sentence: calls.append(command))
    course.install("lab")
    course.install("lab")
    assert len(calls) == 1
    (tmp_path / "installed-for-lab").write_text("other requirements")
    course.install("lab")
    assert len(calls) == 2


def test_a_broken_environment_is_made_again(course, monkeypatch, tmp_path):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(course, "VENV", str(tmp_path / "venv"))
    monkeypatch.setattr(course, "PYTHON", str(tmp_path / "no-python-here"))
    calls = []

    def run_or_stop(command, sentence):
        calls.append(command[1:3])
        (tmp_path / "venv").mkdir(exist_ok=True)

    monkeypatch.setattr(course, "run_or_stop", run_or_stop)
    course.install("lab")
    assert calls == [["-m", "venv"], ["-m", "pip"]]


@pytest.mark.parametrize(
    ("words", "called"),
    [
        (["requirements"], ["tools/requirements.py"]),
        (["binder"], ["tools/binder.py"]),
        (["address", "--url", "https://x"], ["tools/address.py", "https://x"]),
        (["address"], ["tools/address.py", ""]),
    ],
)
def test_some_tools_run_with_nothing_installed(course, monkeypatch, words, called):
    calls = []
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(course, "install", lambda purpose: pytest.fail("installs"))
    monkeypatch.setattr(subprocess, "call", lambda command: calls.append(command) or 3)
    assert course.main(words) == 3
    assert calls == [[sys.executable, str(Path(called[0])), *called[1:]]]
    assert (ROOT / called[0]).is_file()


def test_the_command_starts_on_this_python():
    command = [sys.executable, str(ROOT / "tools" / "course.py"), "--help"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Opens, checks and re-runs the course" in run.stdout


def test_the_readme_and_the_makefile_name_the_same_commands():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "-m pip install -e . -r requirements.txt" in readme
    assert "python3 tools/course.py test" in readme
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert "tools/course.py $@" in makefile


# ---- the checks -----------------------------------------------------------------------------


def test_notebooks_are_compared_strictly_and_as_a_whole(course):
    command = dict(course.CHECKS)["notebooks"]
    assert {"--nbval", "--nbval-cell-timeout=60"} <= set(command)
    # a sanitiser would hide differences in every cell; -n alone would split a notebook's cells
    assert not [word for word in command if "sanitize" in word or "lax" in word]
    assert command[command.index("-n") : -1] == ["-n", "2", "--dist", "loadfile"]


def test_a_cell_may_take_as_long_in_a_check_as_when_it_is_saved(course):
    from tools import outputs

    assert f"--nbval-cell-timeout={outputs.PATIENCE}" in course.NBVAL


def test_the_checks_keep_away_from_the_progress_of_the_learner(course):
    for name, _ in [*course.CHECKS, course.BESIDE]:
        assert course.check_environment(name, "elsewhere", None)["LAZYLAB_HOME"] == "elsewhere"


@pytest.mark.parametrize("status", [0, 1])
def test_what_runs_beside_is_shown_after_the_others_and_counts(course, monkeypatch, capfd, status):
    program = "print('from beside')" + status * "; 1 / 0"
    monkeypatch.setattr(course, "PYTHON", sys.executable)
    monkeypatch.setattr(course, "CHECKS", [("one", ["timeit", "-n1", "-r1", "0"])])
    monkeypatch.setattr(course, "BESIDE", ("other", ["timeit", "-n1", "-r1", program]))
    assert course.run_checks(None) == status
    out = capfd.readouterr().out
    assert out.index("== one") < out.index("== other") < out.index("from beside")
    assert out.splitlines()[-1] == ("Failed: other" if status else "Every check passed.")


def test_together_the_checks_run_every_test(course):
    commands = [command for name, command in course.CHECKS if name == "tests"]
    assert commands[0][-2:] == ["tests", "--ignore=tests/browser"]
    assert course.BESIDE[1][-1] == "tests/browser"


def test_a_backend_from_outside_keeps_no_figure_out_of_a_notebook(course, monkeypatch):
    monkeypatch.setenv("MPLBACKEND", "svg")
    assert "MPLBACKEND" not in course.check_environment("notebooks", "", None)
    assert course.check_environment("tests", "", None)["MPLBACKEND"] == "agg"
