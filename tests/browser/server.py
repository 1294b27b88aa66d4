"""Runs a JupyterLab of its own, in a folder of its own."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
PATIENCE = 120  # seconds; a loaded machine starts slowly, and waiting ends as soon as it may


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: where it listens and which folder it serves."""

    url: str
    token: str
    root: Path

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """Return the answer of the server's REST interface."""
        request = urllib.request.Request(
            self.url + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"token {self.token}"},
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def set(self, plugin: str, settings: dict[str, Any]) -> None:
        """Save `settings` for `plugin` as the user's own; an empty dict takes them back."""
        self.ask("PUT", f"lab/api/settings/{plugin}", {"raw": json.dumps(settings)})

    def end_kernel_of(self, notebook: str) -> None:
        """Shut down the kernel of a notebook, if it has one."""
        for session in self.ask("GET", "api/sessions"):
            if session["path"] == notebook:
                self.ask("DELETE", f"api/sessions/{session['id']}")


@contextmanager
def running_lab(folder: Path) -> Iterator[Lab]:
    """Start JupyterLab with everything it reads or writes in `folder`; end it afterwards."""
    root = folder / "root"
    shutil.copytree(NOTEBOOKS, root / "notebooks")
    shutil.copy(NOTEBOOKS.parent / "README.md", root)
    token = secrets.token_hex(16)
    log = folder / "lab.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            _command(root), env=_environment(folder, token), stdout=out, stderr=out
        )
    try:
        lab = Lab(_address(process, folder / "runtime", log), token, root)
        yield lab
        lab.ask("POST", "api/shutdown")
        process.wait(PATIENCE)
    finally:
        process.kill()
        process.wait()


def wait_until(condition: Callable[[], Any], what: str) -> Any:
    """Return the first true answer of `condition`; fail with `what` when there is none."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := condition():
            return answer
        time.sleep(0.05)
    raise TimeoutError(f"waited {PATIENCE} s in vain: {what}")


def _command(root: Path) -> list[str]:
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", f"--ServerApp.root_dir={root}"]
    command += ["--ServerApp.ip=127.0.0.1", "--ServerApp.port=0"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    return command


def _environment(folder: Path, token: str) -> dict[str, str]:
    """Return the environment without the user's Jupyter, so that theirs is not touched."""
    mine = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
        "LAZYLAB_HOME": "progress",
    }
    others = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "IPYTHON"))}
    return {**others, **{k: str(folder / v) for k, v in mine.items()}, "JUPYTER_TOKEN": token}


def _address(process: subprocess.Popen[bytes], runtime: Path, log: Path) -> str:
    """Return the address the server writes down, once it answers there."""

    def written() -> str:
        if process.poll() is not None:
            raise RuntimeError(
                f"JupyterLab did not start:\n{log.read_text(errors='replace')[-2000:]}"
            )
        try:
            return json.loads((runtime / f"jpserver-{process.pid}.json").read_text())["url"]
        except (OSError, ValueError):  # not there yet, or half written
            return ""

    url = wait_until(written, f"JupyterLab writes down its address; see {log}")
    wait_until(lambda: _answers(url), f"JupyterLab answers at {url}; see {log}")
    return url


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(urllib.parse.urljoin(url, "api"), timeout=PATIENCE).close()
    except OSError:
        return False
    return True
