"""Opens, checks and re-runs the course: what every `make` command calls.

It makes `.venv`, installs what is missing there and goes on with the Python in it. Only the
standard library is used, and the syntax of Python 3.6, so that a Python that is too old can
still say so.
"""

import argparse
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from typing import Dict, List, NoReturn, Optional

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
BIN = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin")
PYTHON = os.path.join(BIN, "python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)
FIRST_PORT = 8888
FIRST_NOTEBOOK = "notebooks/00-start-here.ipynb"
ALONE = ["requirements", "address", "binder"]  # tools that need nothing installed
REQUIREMENTS = {"lab": "requirements.txt", "test": "requirements-dev.txt"}
# the cells of a notebook need one kernel, so a notebook goes to a worker as a whole
NBVAL = ["--nbval", "--nbval-cell-timeout=60", "-n", "2", "--dist", "loadfile"]
CHECKS = [
    ("lint", ["ruff", "check", "."]),
    ("layout", ["ruff", "format", "--check", "."]),
    ("types", ["mypy"]),
    ("notebooks", ["pytest", "-q"] + NBVAL + ["notebooks"]),
    ("tests", ["pytest", "-q", "--timeout=300", "tests", "--ignore=tests/browser"]),
]
# these wait for a page most of the time, so they run beside all the others
BESIDE = ("browser tests", ["pytest", "-q", "--timeout=300", "tests/browser"])


def main(words: List[str]) -> int:
    """Carry out one verb; return the exit code."""
    parser = argparse.ArgumentParser(prog="course.py", description=__doc__.splitlines()[0])
    parser.add_argument("verb", choices=["lab", "test", "outputs"] + ALONE)
    parser.add_argument("--port", help="the port JupyterLab listens on (lab only)")
    parser.add_argument("--browser", help="where to find a Chromium (test only)")
    parser.add_argument("--url", default="", help="the repository on GitHub (address only)")
    options = parser.parse_args(words)
    check_python()
    os.chdir(ROOT)
    if options.verb in ALONE:
        words = [options.url] if options.verb == "address" else []
        return subprocess.call([sys.executable, tool(options.verb)] + words)
    if options.verb == "lab":
        port = chosen_port(options.port)
        install("lab")
        return open_lab(port)
    install("test")
    if options.verb == "outputs":
        return subprocess.call([PYTHON, "-m", "tools.outputs"])
    return run_checks(options.browser)


# ---- the environment ------------------------------------------------------------------------


def check_python() -> None:
    """Stop with one sentence where this Python cannot make the environment."""
    here = f"{sys.version_info[0]}.{sys.version_info[1]} ({sys.executable})"
    if sys.version_info < OLDEST:
        stop(
            "lazylab needs Python 3.11 or newer, and this is " + here + ". "
            "Install a newer one and name it: make lab PYTHON=python3.12"
        )
    try:
        import ensurepip  # noqa: F401, PLC0415
        import venv  # noqa: F401, PLC0415
    except ImportError:
        stop(
            "This Python cannot make environments: its venv module is missing. On Debian or "
            "Ubuntu type: sudo apt install python3-venv. Then run the same command again."
        )


def install(purpose: str) -> None:
    """Make `.venv` and install what is missing; do nothing when it is all there."""
    # what the tests need includes all that the course needs
    enough = {purpose, "test"}
    if is_runnable() and any(read(stamp(p)) == fingerprint(p) for p in enough):
        return
    if not is_runnable():
        print("Making an environment in .venv …", flush=True)
        shutil.rmtree(VENV, ignore_errors=True)
        run_or_stop([sys.executable, "-m", "venv", VENV], "The environment could not be made.")
    print("Installing what the course needs (once, about a minute) …", flush=True)
    run_or_stop(
        [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        + ["--editable", ".", "--requirement", REQUIREMENTS[purpose]],
        "pip could not install everything; its message above says what. "
        "Are you connected to the network? Then run the same command again.",
    )
    with open(stamp(purpose), "w") as file:
        file.write(fingerprint(purpose))


def stamp(purpose: str) -> str:
    """Return the path of the file that says what was installed."""
    return os.path.join(VENV, "installed-for-" + purpose)


def fingerprint(purpose: str) -> str:
    """Return a hash of what decides what is installed: the files, and the Python."""
    digest = hashlib.sha256(sys.version.encode())
    for name in sorted({"pyproject.toml", "requirements.txt", REQUIREMENTS[purpose]}):
        digest.update(read(name).encode())
    digest.update(read(os.path.join("jupyter", "overrides.json")).encode())
    return digest.hexdigest()


def is_runnable() -> bool:
    """Tell whether `.venv` has a Python that starts; a moved or half-made one has not."""
    try:
        return subprocess.call([PYTHON, "-c", "import pip"], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


# ---- lab ------------------------------------------------------------------------------------


def chosen_port(asked: Optional[str]) -> int:
    """Return the port to use: the one asked for, or the first free one."""
    if asked is None:
        port = next((p for p in range(FIRST_PORT, FIRST_PORT + 50) if is_free(p)), 0)
        if port != FIRST_PORT:
            print(f"Port {FIRST_PORT} is taken, so this one opens on {port or 'any free one'}.")
        return port
    if not asked.isdigit() or not 0 < int(asked) < 2**16:
        stop(f"PORT is a number from 1 to 65535, such as PORT=8890; got {asked!r}.")
    if not is_free(int(asked)):
        stop(
            f"Port {asked} is taken or not allowed. Stop the program that uses it, or choose "
            f"another: make lab PORT={min(int(asked) + 1, 2**16 - 1)}"
        )
    return int(asked)


def is_free(port: int) -> bool:
    """Tell whether a server could listen on `port` of this machine."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":
            # without it a port that was closed a moment ago counts as taken
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def open_lab(port: int) -> int:
    """Start JupyterLab on the first notebook; it stays until Ctrl+C."""
    command = [PYTHON, "-m", "jupyterlab", "--ServerApp.root_dir=" + ROOT]
    command += ["--LabApp.default_url=/lab/tree/" + FIRST_NOTEBOOK]
    command += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    command += ["--log-level=WARN", "-y"]  # -y: Ctrl+C ends it at once
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")  # in a container one is often root
    if not has_screen():
        command.append("--no-browser")
    print(f"Starting JupyterLab on port {port}. Ctrl+C here ends it.", flush=True)
    try:
        return subprocess.call(command)
    except KeyboardInterrupt:
        return 0


def has_screen() -> bool:
    """Tell whether a browser can open here; without a screen a text browser would take over."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# ---- test -----------------------------------------------------------------------------------


def run_checks(browser: Optional[str]) -> int:
    """Run every check, even after a failure, and say at the end which failed."""
    failed = []
    with tempfile.TemporaryDirectory() as home:
        aside = os.path.join(home, "beside.txt")
        beside = start_beside(aside, home, browser)
        try:
            for name, command in CHECKS:
                print("\n== " + name, flush=True)
                environment = check_environment(name, home, browser)
                if subprocess.call([PYTHON, "-m"] + command, env=environment) != 0:
                    failed.append(name)
            if beside.wait() != 0:
                failed.append(BESIDE[0])
        finally:
            beside.kill()
        print("\n== " + BESIDE[0] + "\n" + read(aside), flush=True)
    print("\nFailed: " + ", ".join(failed) if failed else "\nEvery check passed.")
    return 1 if failed else 0


def start_beside(aside: str, home: str, browser: Optional[str]) -> "subprocess.Popen[bytes]":
    """Start the check that runs beside the others; what it says goes into the file `aside`."""
    with open(aside, "w") as file:
        return subprocess.Popen(
            [PYTHON, "-m"] + BESIDE[1],
            env=check_environment(BESIDE[0], os.path.join(home, "beside"), browser),
            stdout=file,
            stderr=subprocess.STDOUT,
        )


def check_environment(name: str, home: str, browser: Optional[str]) -> Dict[str, str]:
    """Return the environment of one check; `home` keeps it away from the learner's progress."""
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", LAZYLAB_HOME=home)
    environment["MPLBACKEND"] = "agg"
    if name == "notebooks":
        # in a notebook figures go into the page, which a backend from outside would prevent
        del environment["MPLBACKEND"]
    if browser:
        environment["LAZYLAB_CHROMIUM"] = browser
    return environment


# ---- small things ---------------------------------------------------------------------------


def tool(verb: str) -> str:
    """Return the path of the script that carries out `verb`."""
    return os.path.join("tools", verb + ".py")


def run_or_stop(command: List[str], sentence: str) -> None:
    """Run `command`; if it fails, stop with `sentence`."""
    if subprocess.call(command) != 0:
        stop(sentence)


def read(path: str) -> str:
    """Return the text of a file, empty if there is none."""
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return ""


def stop(sentence: str) -> NoReturn:
    """End with one sentence and a failure code."""
    print(sentence, file=sys.stderr)
    raise SystemExit(1)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
