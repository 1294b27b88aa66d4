"""Builds the course in a clean folder, in the order in which Binder does: what `make binder` does.

Binder builds with repo2docker. This takes its steps without its container: an environment with the
frozen base, binder/requirements.txt alone, the repository, postBuild, a server, the notebooks.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FIRST_NOTEBOOK = "notebooks/00-start-here.ipynb"
PATIENCE = 120  # seconds for the server to answer
# what matters here of the base of repo2docker 2026.4.0, the same for Python 3.11 to 3.14:
# its buildpacks/conda/environment.py-3.*-linux-64.lock
BASE = (
    "jupyterlab==4.4.9",
    "notebook==7.4.7",
    "jupyter_server==2.17.0",
    "jupyterlab_server==2.27.3",
    "jupyter_client==8.6.3",
    "ipykernel==7.0.1",
    "ipython==9.6.0",
    "ipywidgets==8.1.7",
    "traitlets==5.14.3",
    "packaging==25.0",
    "setuptools==80.9.0",
)


class Failed(Exception):
    """A stage went wrong; the message says why."""


@dataclass(frozen=True)
class Build:
    """A build in progress: everything it reads or writes lies in `folder`."""

    folder: Path

    @property
    def copy(self) -> Path:
        """Where the repository comes to lie; on Binder it is the home folder too."""
        return self.folder / "home"

    @property
    def bin(self) -> Path:
        """The programs of the environment."""
        return self.folder / "venv" / "bin"

    def run(self, *command: str) -> str:
        """Run a command in the copy and return what it printed; raise Failed if it fails."""
        done = subprocess.run(
            command,
            cwd=self.copy,
            env=environment(os.environ, self.copy, self.bin),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Failed(f"{' '.join(command)[:80]} ended with {done.returncode}\n{done.stdout}")
        return done.stdout

    def pip_install(self, *what: str) -> None:
        """Install with the pip of the environment."""
        self.run("python", "-m", "pip", "install", "--disable-pip-version-check", "--quiet", *what)

    def version(self, package: str) -> str:
        """Return the version that is installed."""
        code = f"from importlib.metadata import version; print(version({package!r}))"
        return self.run("python", "-c", code).strip()


def main() -> int:
    """Build stage after stage, one line each; stop at the first that fails."""
    stages = [base, requirements, repository, post_build, server, notebooks]
    with tempfile.TemporaryDirectory(prefix="binder-") as folder:
        build = Build(Path(folder))
        build.copy.mkdir()
        for stage in stages:
            start = time.monotonic()
            try:
                remark = stage(build)
            except Failed as failure:
                print(f"{stage.__name__:<14}FAILED  {failure}", flush=True)
                return 1
            seconds = time.monotonic() - start
            print(f"{stage.__name__:<14}{seconds:6.1f} s  {remark}", flush=True)
    print("Every stage passed.")
    return 0


# ---- the stages -----------------------------------------------------------------------------


def base(build: Build) -> str:
    """Make the environment that repo2docker starts from."""
    version = python_version((ROOT / "binder" / "runtime.txt").read_text(encoding="utf-8"))
    make_environment(python_named(version), build.folder / "venv")
    build.pip_install(*BASE)
    return f"Python {version}, JupyterLab {build.version('jupyterlab')}"


def requirements(build: Build) -> str:
    """Install binder/requirements.txt while nothing else of the repository is there."""
    before = build.version("jupyterlab")
    (build.copy / "binder").mkdir()
    shutil.copy2(ROOT / "binder" / "requirements.txt", build.copy / "binder")
    build.pip_install("--requirement", "binder/requirements.txt")
    after = build.version("jupyterlab")
    return f"JupyterLab stays at {after}" if before == after else f"JupyterLab is now {after}"


def repository(build: Build) -> str:
    """Lay the files that git tracks, as they are now in the working tree."""
    names = tracked(ROOT)
    for name in names:
        (build.copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, build.copy / name)
    return f"{len(names)} files"


def post_build(build: Build) -> str:
    """Run binder/postBuild in the repository."""
    build.run("binder/postBuild")
    return f"lazylab {build.version('lazylab')}"


def server(build: Build) -> str:
    """Start a server as repo2docker's image does, and ask it for what a learner's browser asks."""
    overrides = json.loads((build.copy / "jupyter" / "overrides.json").read_text(encoding="utf-8"))
    with running_server(build) as ask:
        ask("lab/tree/" + FIRST_NOTEBOOK)
        ask(f"api/contents/{FIRST_NOTEBOOK}?content=0")  # the page above is the same for any path
        settings = {plugin: json.loads(ask(f"lab/api/settings/{plugin}")) for plugin in overrides}
    if wrong := not_in_force(overrides, settings):
        raise Failed(
            "these settings of jupyter/overrides.json are not in force: " + ", ".join(wrong)
        )
    return f"opens {FIRST_NOTEBOOK}; {sum(map(len, overrides.values()))} settings in force"


def notebooks(build: Build) -> str:
    """Run every notebook with the kernel that was installed."""
    build.run("python", "-m", "tools.outputs")
    return f"{len(list(build.copy.glob('notebooks/*.ipynb')))} run to the end"


# ---- small things ---------------------------------------------------------------------------


def python_version(runtime: str) -> str:
    """Return the version that binder/runtime.txt names."""
    name, _, version = runtime.strip().partition("-")
    if name != "python" or not version:
        raise Failed(f"binder/runtime.txt names a Python as in python-3.12, and says {runtime!r}")
    return version


def python_named(version: str) -> str:
    """Return the path of a Python of that version."""
    if version == f"{sys.version_info[0]}.{sys.version_info[1]}":
        return sys.executable
    found = shutil.which(f"python{version}")
    if not found:
        raise Failed(f"there is no python{version} here, and binder/runtime.txt asks for it")
    return found


def tracked(root: Path) -> list[str]:
    """Return the files that git tracks and that are there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        raise Failed(f"git cannot list the files: {listed.stderr}")
    return [name for name in listed.stdout.split("\0") if name and (root / name).is_file()]


def not_in_force(overrides: dict[str, Any], settings: dict[str, Any]) -> list[str]:
    """Return the settings whose default, as the server tells it, is not the course's."""

    def told(plugin: str, name: str) -> Any:
        return settings[plugin]["schema"]["properties"].get(name, {}).get("default")

    wanted = [(p, name, value) for p, values in overrides.items() for name, value in values.items()]
    return [f"{p} {name}" for p, name, value in wanted if told(p, name) != value]


def make_environment(python: str, folder: Path) -> None:
    """Make an empty environment with that Python."""
    done = subprocess.run(
        [python, "-m", "venv", str(folder)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Failed(f"{python} cannot make an environment: {done.stdout}{done.stderr}")


def environment(outer: Mapping[str, str], home: Path, programs: Path) -> dict[str, str]:
    """Return the variables of a build: a home of its own, no trace of the caller's Python."""
    theirs = ("PYTHON", "JUPYTER", "IPYTHON", "VIRTUAL_ENV", "XDG_")
    kept = {name: value for name, value in outer.items() if not name.startswith(theirs)}
    # the caller's downloads are used again; everything else is as in a new container
    cache = outer.get("PIP_CACHE_DIR", str(Path.home() / ".cache" / "pip"))
    path = f"{programs}{os.pathsep}{outer.get('PATH', '')}"
    return {**kept, "HOME": str(home), "PATH": path, "PIP_CACHE_DIR": cache}


@contextmanager
def running_server(build: Build) -> Iterator[Callable[[str], str]]:
    """Start the server that repo2docker's image starts; yield what asks it for a path."""
    token, port = secrets.token_hex(16), free_port()
    command = ["jupyter", "notebook", "--ip=127.0.0.1", f"--port={port}", "--no-browser"]
    command.append("--ServerApp.port_retries=0")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    log = build.folder / "server.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            command,
            cwd=build.copy,
            env={**environment(os.environ, build.copy, build.bin), "JUPYTER_TOKEN": token},
            stdout=out,
            stderr=out,
        )
    try:
        url = f"http://127.0.0.1:{port}/"
        wait_for(url + "api", process, log)
        yield lambda path: answer(url + path, token)
    finally:
        process.kill()
        process.wait()


def free_port() -> int:
    """Return a port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the server answers; raise Failed with its log when it ends or takes too long."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            urllib.request.urlopen(url, timeout=PATIENCE).close()
        except OSError:  # not there yet
            time.sleep(0.1)
        else:
            return
    raise Failed("the server did not start\n" + log.read_text(encoding="utf-8", errors="replace"))


def answer(url: str, token: str) -> str:
    """Return what the server answers; raise Failed for anything but a page."""
    request = urllib.request.Request(url, headers={"Authorization": f"token {token}"})
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as page:
            return str(page.read().decode())
    except OSError as error:
        raise Failed(f"{url.partition('?')[0]}: {error}") from error


if __name__ == "__main__":
    sys.exit(main())
