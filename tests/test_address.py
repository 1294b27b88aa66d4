"""The public address: it stands in one place, and one command sets it in all the others."""

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = "someone/their-course"  # in the sentences that show how to set an address
INVENTED = "tests/test_address.py"  # this file is full of addresses that nobody has
NEW = "ada-l/the.generators_course"
BINDER = re.compile(r"mybinder\.org(?!/v2/gh/|/badge_logo\.svg)")


@pytest.fixture
def address():
    spec = importlib.util.spec_from_file_location("address", ROOT / "tools" / "address.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def copy(tmp_path):
    for name in tracked():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def tracked():
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout, so there is no list of the project's files")
    command = ["git", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def strays(address, root):
    """Addresses that are neither the course's own nor the example."""
    mine = {address.current((root / "pyproject.toml").read_text("utf-8")), EXAMPLE}
    for name in set(tracked()) - {INVENTED}:
        text = (root / name).read_bytes().decode(errors="replace")
        yield from (f"{name}: {other}" for other in address.mentions(text) if other not in mine)
        yield from (f"{name}: {match[0]}" for match in BINDER.finditer(text))


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/ada/course",
        "https://github.com/ada/course/",
        "https://github.com/ada/course.git",
        "http://www.github.com/ada/course",
        "github.com/ada/course",
        "git@github.com:ada/course.git",
        "  https://github.com/ada/course\n",
    ],
)
def test_the_ways_to_write_an_address_mean_the_same(address, url):
    assert address.typed(url) == "ada/course"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "course",
        "https://github.com/ada",
        "https://github.com/ada/course/tree/main",
        "https://gitlab.com/ada/course",
        "https://notgithub.com/ada/course",
        "https://github.com/ada/course?tab=readme",
        "https://github.com/ada/..",
        "https://github.com/-ada/course",
        "https://github.com/OWNER/lazylab",
    ],
)
def test_anything_else_gets_one_sentence(address, url, capsys):
    assert address.main([url]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "make address URL=https://github.com/someone/their-course" in said
    assert repr(url) in said


def test_the_readme_opens_the_repository_that_pyproject_names(address):
    repository = address.current((ROOT / "pyproject.toml").read_text("utf-8"))
    readme = (ROOT / "README.md").read_text("utf-8")
    notebook = "notebooks/00-start-here.ipynb"
    assert f"https://mybinder.org/v2/gh/{repository}/HEAD?urlpath=lab/tree/{notebook})" in readme
    assert (ROOT / notebook).is_file()
    assert f"git clone https://github.com/{repository}`" in readme


def test_the_binder_button_says_in_words_what_it_does():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert re.search(r"\[!\[\w[^]]+]\(https://mybinder\.org/badge_logo\.svg\)]\(", readme)


def test_the_readme_says_so_as_long_as_there_is_no_address(address):
    has_none = address.current((ROOT / "pyproject.toml").read_text("utf-8")).startswith("OWNER/")
    readme = (ROOT / "README.md").read_text("utf-8")
    assert ("does not know its public address yet" in readme) == has_none


def test_no_file_names_another_address(address):
    assert list(strays(address, ROOT)) == []


def test_a_stray_address_is_found(address, copy):
    (copy / "CHANGELOG.md").write_text(
        "https://github.com/nobody/course, https://mybinder.org/v2/gl/nobody%2Fcourse"
    )
    assert len(list(strays(address, copy))) == 2


def test_a_new_address_reaches_every_place(address, copy):
    changed = address.settle(copy, NEW)
    assert {path.name for path in changed} >= {"README.md", "pyproject.toml"}
    assert address.current((copy / "pyproject.toml").read_text("utf-8")) == NEW
    readme = (copy / "README.md").read_text("utf-8")
    assert f"mybinder.org/v2/gh/{NEW}/HEAD?urlpath=" in readme
    assert f"git clone https://github.com/{NEW}`" in readme
    assert "public address" not in readme
    assert "<!--" not in readme
    assert list(strays(address, copy)) == []


def test_setting_it_twice_changes_nothing(address, copy):
    address.settle(copy, NEW)
    assert address.settle(copy, NEW) == []


def test_the_command_says_what_it_changed(address, copy, monkeypatch, capsys):
    monkeypatch.setattr(address, "ROOT", copy)
    assert address.main([f"https://github.com/{NEW}"]) == 0
    assert "README.md: changed\npyproject.toml: changed\n" in capsys.readouterr().out
    assert address.main([f"https://github.com/{NEW}"]) == 0
    assert capsys.readouterr().out == "Nothing to change.\n"


def test_an_address_can_be_changed_again(address, copy):
    address.settle(copy, NEW)
    readme = (copy / "README.md").read_text("utf-8")
    address.settle(copy, "grace/course")
    assert list(strays(address, copy)) == []
    address.settle(copy, NEW)
    assert (copy / "README.md").read_text("utf-8") == readme


def test_a_run_that_was_interrupted_can_be_repeated(address, copy, monkeypatch):
    def interrupted(path, before, after):
        if path.name == "pyproject.toml":
            raise KeyboardInterrupt
        return rewrite(path, before, after)

    rewrite = address.rewrite
    monkeypatch.setattr(address, "rewrite", interrupted)
    with pytest.raises(KeyboardInterrupt):
        address.settle(copy, NEW)
    monkeypatch.setattr(address, "rewrite", rewrite)
    address.settle(copy, NEW)
    assert list(strays(address, copy)) == []


@pytest.mark.parametrize(
    "text",
    [
        "github.com/ada/course-two",
        "github.com/ada/course.two",
        "github.com/grace/ada/course",
        "mybinder.org/badge_logo.svg",
    ],
)
def test_other_addresses_are_left_alone(address, text):
    assert address.moved(text, "ada/course", NEW) == text


def test_an_address_may_end_in_a_full_stop_or_in_git(address):
    moved = address.moved(
        "See github.com/ada/course. Or github.com/ada/course.git", "ada/course", NEW
    )
    assert moved == f"See github.com/{NEW}. Or github.com/{NEW}.git"


def test_line_ends_stay_what_they_are(address, tmp_path):
    readme = tmp_path / "README.md"
    readme.write_bytes(b"one\r\ntwo https://github.com/ada/course\r\n")
    assert address.rewrite(readme, "ada/course", NEW)
    assert readme.read_bytes() == f"one\r\ntwo https://github.com/{NEW}\r\n".encode()
