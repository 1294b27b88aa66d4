"""Binder's requirements: written from the two files that people edit, and plain."""

import importlib.util
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = '[project]\ndependencies = ["anywidget>=0.9", "traitlets>=5"]\n'


@pytest.fixture
def tool():
    spec = importlib.util.spec_from_file_location(
        "requirements", ROOT / "tools" / "requirements.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def asked_for(text):
    lines = [line.split(" #")[0] for line in text.splitlines() if not line.startswith("#")]
    return {Requirement(line) for line in lines if line}


def test_binder_installs_what_the_course_and_the_package_need():
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    imported = {Requirement(line) for line in pyproject["project"]["dependencies"]}
    needed = imported | asked_for((ROOT / "requirements.txt").read_text("utf-8"))
    assert asked_for((ROOT / "binder" / "requirements.txt").read_text("utf-8")) == needed


def test_the_file_is_as_make_requirements_writes_it(tool):
    text = tool.for_binder(tool.read("requirements.txt"), tool.read("pyproject.toml"))
    assert tool.read("binder/requirements.txt") == text, "Type: make requirements"


def test_a_jupyterlab_with_the_settings_of_the_course_is_asked_for():
    asked = asked_for((ROOT / "binder" / "requirements.txt").read_text("utf-8"))
    (lab,) = (requirement for requirement in asked if requirement.name == "jupyterlab")
    assert "4.3.99" not in lab.specifier
    assert "4.4.9" in lab.specifier


def test_a_changed_requirement_changes_the_file(tool):
    before = tool.for_binder("ipykernel>=6\n", PYPROJECT)
    assert tool.for_binder("ipykernel>=7\n", PYPROJECT) != before
    assert tool.for_binder("ipykernel>=6\n", PYPROJECT.replace("0.9", "0.10")) != before


def test_comments_empty_lines_and_repetitions_are_left_out(tool):
    requirements = "# why\n\nipykernel>=6,<8   # the kernel\ntraitlets>=5\n"
    lines = tool.for_binder(requirements, PYPROJECT).splitlines()
    assert lines[1:] == ["anywidget>=0.9", "traitlets>=5", "ipykernel>=6,<8"]


@pytest.mark.parametrize(
    "line",
    [
        "matplotlib",
        "jupyterlab>=4.4,<5",
        "memory-profiler >= 0.61",
        "uvicorn[standard]>=0.3",
        "setuptools>=69; python_version >= '3.12'",
    ],
)
def test_a_package_and_its_versions_are_plain(tool, line):
    assert Requirement(tool.plain(line))
    assert line in tool.for_binder(line, PYPROJECT)


@pytest.mark.parametrize(
    "line",
    [
        "-r requirements-dev.txt",
        "-c constraints.txt",
        "-e .",
        "--editable=.",
        "--index-url https://pypi.org/simple",
        ".",
        "..",
        "./lazylab",
        "wheels/lazylab.whl",
        "C:\\lazylab",
        "lazylab @ file:///lazylab",
        "git+https://example.org/lazylab",
    ],
)
def test_everything_else_is_refused_by_name(tool, line):
    with pytest.raises(ValueError, match="a package and its versions") as refusal:
        tool.for_binder(f"ipykernel>=6\n{line}\n", PYPROJECT)
    assert repr(line) in str(refusal.value)


def test_a_refusal_leaves_the_file_alone(tool, tmp_path, monkeypatch, capsys):
    (tmp_path / "requirements.txt").write_text("-e .\n")
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    (tmp_path / "binder").mkdir()
    (tmp_path / "binder" / "requirements.txt").write_text("as before\n")
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    assert tool.main() == 1
    assert (tmp_path / "binder" / "requirements.txt").read_text() == "as before\n"
    assert capsys.readouterr().err.count("\n") == 1
    (tmp_path / "requirements.txt").write_text("ipykernel>=6\n")
    assert tool.main() == 0
    assert "ipykernel>=6\n" in (tmp_path / "binder" / "requirements.txt").read_text()
