"""Binder: what it reads is there, postBuild does its part, and a build that fails says where."""

import importlib.util
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parents[1]
# repo2docker 2026.4.0: buildpacks/conda/supported_python_version.py
SUPPORTED = {"3.8", "3.9", "3.10", "3.11", "3.12", "3.13", "3.14"}

on_linux = pytest.mark.skipif(os.name == "nt", reason="Binder builds on Linux")


@pytest.fixture
def binder(monkeypatch):
    spec = importlib.util.spec_from_file_location("binder", ROOT / "tools" / "binder.py")
    module = importlib.util.module_from_spec(spec)
    # a dataclass looks its module up
    monkeypatch.setitem(sys.modules, "binder", module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def build(binder, tmp_path):
    build = binder.Build(tmp_path)
    build.copy.mkdir()
    return build


def git(folder, *words):
    command = ["git", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def mode(folder, name):
    """The mode that git hands to whoever clones."""
    return git(folder, "ls-files", "--stage", "--", name).partition(" ")[0]


# ---- what Binder reads ----------------------------------------------------------------------


def test_the_python_is_one_that_binder_and_lazylab_support(binder):
    version = binder.python_version((ROOT / "binder" / "runtime.txt").read_text("utf-8"))
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert version in SUPPORTED
    assert version in SpecifierSet(pyproject["project"]["requires-python"])


@pytest.mark.parametrize("runtime", ["", "3.12", "python", "python-", "r-4.1"])
def test_a_runtime_that_names_no_python(binder, runtime):
    with pytest.raises(binder.Failed, match=r"names a Python as in python-3\.12"):
        binder.python_version(runtime)


def test_the_workflow_builds_with_the_same_python(binder):
    version = binder.python_version((ROOT / "binder" / "runtime.txt").read_text("utf-8"))
    workflow = (ROOT / ".github" / "workflows" / "test.yml").read_text("utf-8")
    assert f'python-version: "{version}" # that of binder/runtime.txt' in workflow


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout: no modes in an index")
def test_git_hands_out_postbuild_as_a_program():
    assert mode(ROOT, "binder/postBuild") == "100755"


def test_a_file_that_is_no_program_has_another_mode(tmp_path):
    git(tmp_path, "init", "--quiet")
    (tmp_path / "postBuild").write_text("#!/bin/sh\n")
    (tmp_path / "postBuild").chmod(0o644)
    git(tmp_path, "add", "postBuild")
    assert mode(tmp_path, "postBuild") == "100644"


# ---- postBuild ------------------------------------------------------------------------------


def run_post_build(folder, python):
    """Run postBuild with a `python` that writes down its arguments."""
    (folder / "python").write_text(f'#!/bin/sh\necho "$@" >> {folder / "calls"}\n{python}\n')
    (folder / "python").chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [ROOT / "binder" / "postBuild"], cwd=folder, env={**os.environ, "PATH": path}, check=False
    )
    return done.returncode, (folder / "calls").read_text().splitlines()


@on_linux
def test_postbuild_installs_lazylab_and_nothing_else(tmp_path):
    code, calls = run_post_build(tmp_path, "exit 0")
    assert code == 0
    installs = [call for call in calls if "install" in call and "--dry-run" not in call]
    assert len(installs) == 1
    assert {"--no-deps", "."} <= set(installs[0].split())


@on_linux
@pytest.mark.parametrize("step", ["--no-deps", "--no-index", "import lazylab"])
def test_postbuild_stops_at_the_first_thing_that_fails(tmp_path, step):
    code, calls = run_post_build(tmp_path, f'case "$*" in *"{step}"*) exit 7;; esac')
    assert code == 7
    assert step in calls[-1]


# ---- the tried build ------------------------------------------------------------------------


def test_the_stages_come_in_binder_s_order_and_a_failure_ends_them(binder, monkeypatch, capsys):
    def stage(name):
        def run(build):
            if name == "post_build":
                raise binder.Failed("no such thing")
            return f"{name} is done"

        run.__name__ = name
        return run

    for name in ["base", "requirements", "repository", "post_build", "server", "notebooks"]:
        monkeypatch.setattr(binder, name, stage(name))
    assert binder.main() == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [
        "base",
        "requirements",
        "repository",
        "post_build",
    ]
    assert lines[0].endswith("s  base is done")
    assert lines[-1].endswith("FAILED  no such thing")


def test_only_the_requirements_are_there_when_they_are_installed(binder, build, monkeypatch):
    seen = []

    def pip_install(build, *what):
        seen.append(sorted(path.name for path in build.copy.rglob("*")))

    monkeypatch.setattr(binder.Build, "pip_install", pip_install)
    monkeypatch.setattr(binder.Build, "version", lambda build, package: "4.4.9")
    assert binder.requirements(build) == "JupyterLab stays at 4.4.9"
    assert seen == [["binder", "requirements.txt"]]


def test_the_files_of_git_are_laid_with_their_modes(binder, build, monkeypatch, tmp_path):
    root = tmp_path / "root"
    root.mkdir()
    git(root, "init", "--quiet")
    for name in ["changed", "kept", "deleted", "not added"]:
        (root / name).write_text(name)
    (root / "kept").chmod(0o755)
    git(root, "add", "changed", "kept", "deleted")
    (root / "deleted").unlink()
    (root / "changed").write_text("as it is now")
    monkeypatch.setattr(binder, "ROOT", root)
    assert binder.repository(build) == "2 files"
    assert {path.name for path in build.copy.iterdir()} == {"changed", "kept"}
    assert (build.copy / "changed").read_text() == "as it is now"
    assert (build.copy / "kept").stat().st_mode == (root / "kept").stat().st_mode


def test_a_folder_without_git_fails_in_words(binder, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(binder.Failed, match="git cannot list the files"):
        binder.tracked(tmp_path)


def test_a_command_that_fails_shows_what_it_printed(binder, build):
    with pytest.raises(binder.Failed, match=r"ended with 3\nbecause"):
        build.run(sys.executable, "-c", "print('because'); raise SystemExit(3)")


def test_the_caller_s_python_and_jupyter_stay_outside(binder, tmp_path):
    outer = {
        "PATH": "/usr/bin",
        "HOME": "/home/ada",
        "LANG": "C.UTF-8",
        "PYTHONPATH": "/home/ada/lazylab",
        "VIRTUAL_ENV": "/home/ada/.venv",
        "JUPYTER_CONFIG_DIR": "/home/ada/.jupyter",
        "XDG_DATA_HOME": "/home/ada/share",
        "PIP_CACHE_DIR": "/home/ada/pip",
    }
    assert binder.environment(outer, tmp_path, Path("/venv/bin")) == {
        "PATH": f"{Path('/venv/bin')}{os.pathsep}/usr/bin",
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "PIP_CACHE_DIR": "/home/ada/pip",
    }


def test_the_python_asked_for_is_taken_or_named(binder, monkeypatch):
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert binder.python_named(here) == sys.executable
    with pytest.raises(binder.Failed, match=r"there is no python3\.99 here"):
        binder.python_named("3.99")


def told(**defaults):
    return {"schema": {"properties": {name: {"default": it} for name, it in defaults.items()}}}


def test_settings_that_are_not_in_force_are_named(binder):
    overrides = json.loads((ROOT / "jupyter" / "overrides.json").read_text("utf-8"))
    settings = {plugin: told(**values) for plugin, values in overrides.items()}
    assert binder.not_in_force(overrides, settings) == []
    plugin = "@jupyterlab/apputils-extension:kernels-settings"
    for wrong in [told(commsOverSubshells="perCommTarget"), told()]:
        changed = {**settings, plugin: wrong}
        assert binder.not_in_force(overrides, changed) == [f"{plugin} commsOverSubshells"]


def test_a_server_that_ends_at_once_shows_its_log(binder, tmp_path):
    log = tmp_path / "log"
    log.write_text("no module named notebook")
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
        with pytest.raises(binder.Failed, match=r"did not start\nno module named notebook"):
            binder.wait_for("http://127.0.0.1:1/", process, log)


def test_a_page_that_does_not_come_is_named(binder):
    with pytest.raises(binder.Failed, match=r"http://127\.0\.0\.1:1/lab: "):
        binder.answer("http://127.0.0.1:1/lab?token=1", "secret")
