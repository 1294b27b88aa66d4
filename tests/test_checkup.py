"""The environment check: each failure says what to type."""

from importlib import metadata

import pytest

import lazylab
from lazylab import checkup


def fixes(result):
    return {check.name: check.fix for check in result.checks if check.fix}


def test_outside_a_notebook_it_says_how_to_open_one():
    assert "make lab" in fixes(lazylab.doctor())["a Jupyter kernel runs this cell"]


def test_a_missing_package_and_an_old_one(monkeypatch):
    def version(name):
        if name == "matplotlib":
            raise metadata.PackageNotFoundError(name)
        return "0.1"

    monkeypatch.setattr(metadata, "version", version)
    found = fixes(lazylab.doctor())
    assert 'python -m pip install "matplotlib>=3.8"' in found["package matplotlib"]
    assert "version 0.1 is installed and >=0.9.13 is needed" in found["package anywidget"]


def test_lazylab_imported_from_a_folder(monkeypatch):
    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "requires", missing)
    monkeypatch.setattr(metadata, "version", missing)
    assert "pip install -e ." in fixes(lazylab.doctor())["package lazylab"]


def test_an_old_python(monkeypatch):
    monkeypatch.setattr(checkup, "OLDEST", (9, 9))
    assert "make lab PYTHON=" in fixes(lazylab.doctor())["Python 3.11 or newer"]


def test_missing_settings(monkeypatch):
    monkeypatch.setattr(checkup, "_SETTINGS", checkup.Path("nowhere.json"))
    assert "pip install" in fixes(lazylab.doctor())["JupyterLab's settings for this course"]


def test_a_check_that_breaks_is_a_check_that_failed(monkeypatch):
    monkeypatch.setattr(checkup, "_kernel", lambda: 1 / 0)
    assert "ZeroDivisionError" in fixes(lazylab.doctor())["a Jupyter kernel runs this cell"]


def test_text_and_table_say_the_same():
    result = lazylab.doctor()
    assert not result.passed
    for check in result.checks:
        assert check.name in result.text
        assert check.name.replace("'", "&#x27;") in result._repr_html_() or (
            check.name in result._repr_html_()
        )
    assert result.text.startswith("ok   Python 3.11 or newer\n")


@pytest.mark.parametrize("requirement", checkup._COURSE)
def test_the_course_packages_are_those_of_requirements(requirement):
    path = checkup.Path(__file__).parents[1] / "requirements.txt"
    assert any(line.startswith(requirement) for line in path.read_text("utf-8").splitlines())
