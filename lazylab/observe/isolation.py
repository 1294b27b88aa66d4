"""Runs a job in a forked child that may hang, eat memory or end its interpreter.

A fork keeps what a notebook cell defined: functions, closures, helpers. The child examines, writes
plain data to a pipe and leaves by ``os._exit``: no exit handler runs, no history is flushed, no
kernel socket is used. Its processor time, its memory (where ``/proc`` tells the present size) and,
from outside, its time are limited, and what it forked is ended with it.

What remains: code that sets out to kill its parent, forks faster than it can be ended, or
writes files, can. Without ``os.fork`` (Windows, a browser) the job runs in this process, where only
its own patience and budgets end it: a loop inside C goes on, and ``os._exit`` ends the kernel.
"""

from __future__ import annotations

import builtins
import faulthandler
import gc
import json
import os
import selectors
import signal
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, NoReturn, Protocol, TextIO

from lazylab.reprs import error_text

_TICK: Final = 0.1  # seconds between two looks at whether the child lives
_STACK: Final = 1_000  # frames a job may use on top of those in use, as in a fresh interpreter
_ASIDE: Final = 1 << 24  # bytes a child may write to a file
_aside: Final[list[TextIO]] = []  # in a child: where its standard output goes
_exit: Final = os._exit  # kept: a job may replace it
_getpid: Final = os.getpid


class Note(Protocol):
    """Says what the job is about to do, and how many seconds more it may take for it."""

    def __call__(self, text: str, more: float = 0) -> None:
        """Take the note."""


Job = Callable[[Note], Any]  # returns what JSON can carry


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a child may use: processor seconds, seconds, bytes on top of the present size."""

    cpu: int = 8
    wall: float = 5.0
    memory: int = 192 << 20


@dataclass(frozen=True, slots=True)
class Report:
    """How a job ended.

    Attributes
    ----------
    how : ``answered``; ``crashed`` (raised); ``late`` (stopped by a limit of time); ``ended`` (the
        process was ended from within).
    result : what the job returned, or the text of what it raised.
    note : the last note it took.
    signal : the name of the signal that ended it; otherwise empty.
    """

    how: Literal["answered", "crashed", "late", "ended"]
    result: Any = None
    note: str = ""
    signal: str = ""


def apart(job: Job, limits: Limits) -> Report:
    """Run `job` in a child where the platform has them, and return how it ended.

    Raises
    ------
    KeyboardInterrupt : when the kernel is interrupted meanwhile; the child is ended first.
    """
    reading, writing = os.pipe()
    try:
        child = _start(job, writing, limits)
    finally:
        os.close(writing)
    try:
        return _listen(child, reading, limits) if child else _here(job)
    finally:
        os.close(reading)
        if child:
            child.end()


def _here(job: Job) -> Report:
    last = ""

    def note(text: str, more: float = 0) -> None:  # noqa: ARG001 - nobody waits outside
        nonlocal last
        last = text

    try:
        return Report("answered", job(note), last)
    except Exception as error:  # noqa: BLE001
        return Report("crashed", error_text(error), last)


# ---- the parent's side ----------------------------------------------------------------------


class _Child:
    """A forked child and, once it has ended, its exit status."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._status: int | None = None

    def has_ended(self) -> bool:
        if self._status is None:
            self._wait(os.WNOHANG)
        return self._status is not None

    def end(self) -> int:
        """Kill the child and all it forked; return its exit status."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._pid, signal.SIGKILL)
        if self._status is None:  # it may not have become the head of its group yet
            os.kill(self._pid, signal.SIGKILL)
        while self._status is None:
            self._wait(0)
        return self._status

    def _wait(self, options: int) -> None:
        try:
            pid, status = os.waitpid(self._pid, options)
        except ChildProcessError:  # somebody else collected it
            pid, status = self._pid, 0
        if pid:
            self._status = status


def _start(job: Job, writing: int, limits: Limits) -> _Child | None:
    """Return the child; None where there are none, or no more."""
    if not hasattr(os, "fork"):
        return None
    with warnings.catch_warnings(), suppress(OSError):
        # 3.12 warns that another thread may hold a lock; the child uses none of the kernel's
        warnings.simplefilter("ignore", DeprecationWarning)
        for stream in (sys.__stdout__, sys.__stderr__):
            with suppress(Exception):  # what waits in a buffer is not the child's to write
                stream.flush()  # type: ignore[union-attr]
        pid = os.fork()
        if pid == 0:
            _be_the_child(job, writing, limits)
        return _Child(pid)
    return None


def _listen(child: _Child, reading: int, limits: Limits) -> Report:
    """Read what the child writes until its result, its end or the end of its time."""
    deadline = time.monotonic() + limits.wall
    note, rest = "", b""
    with selectors.DefaultSelector() as selector:
        selector.register(reading, selectors.EVENT_READ)
        has_ended = False
        while time.monotonic() < deadline:
            if not selector.select(0 if has_ended else _TICK):
                if has_ended:  # what it forked may keep the pipe open
                    break
                has_ended = child.has_ended()  # its last words may have come meanwhile: read on
                continue
            data = os.read(reading, 1 << 16)
            if not data:
                break
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                kind, text, more = json.loads(line)
                if kind != "note":
                    return Report(kind, text, note)
                note, deadline = text, deadline + more
        else:
            return Report("late", note=note)
    return _how_it_ended(_status(child), note)


def _status(child: _Child) -> int:
    for _ in range(10):  # its end of the pipe closes a moment before it is gone
        if child.has_ended():
            break
        time.sleep(0.01)
    return child.end()


def _how_it_ended(status: int, note: str) -> Report:
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if number == signal.SIGXCPU:
        return Report("late", note=note)
    return Report("ended", note=note, signal=signal.Signals(number).name if number else "")


# ---- the child's side -----------------------------------------------------------------------


def _be_the_child(job: Job, writing: int, limits: Limits) -> NoReturn:
    """Do the job and leave; whatever happens, the caller's frames are never returned to."""
    try:
        tell = _Teller(writing)
        _settle(limits)
        try:
            tell("answered", job(tell.note))
        except BaseException as error:  # noqa: BLE001
            tell("crashed", error_text(error))
    finally:
        _exit(0)


class _Teller:
    """Writes lines to the pipe, from the child only: what the job forks ends here."""

    def __init__(self, writing: int) -> None:
        self._writing = writing
        self._pid = _getpid()

    def note(self, text: str, more: float = 0) -> None:
        self("note", text, more)

    def __call__(self, kind: str, text: Any, more: float = 0) -> None:
        if _getpid() != self._pid:
            _exit(0)
        data = json.dumps([kind, text, more]).encode() + b"\n"
        while data:
            data = data[os.write(self._writing, data) :]


def _settle(limits: Limits) -> None:
    """Cut what ties the child to the kernel: signals, streams, hooks, garbage; then set limits."""
    os.setsid()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # stop is the parent's business
    gc.freeze()  # the kernel's garbage is not collected here: its finalizers talk to sockets
    _silence()
    sys.settrace(None)
    sys.setprofile(None)
    # from a deep stack the job has as many frames left as it would have at the top
    sys.setrecursionlimit(max(sys.getrecursionlimit(), _depth() + _STACK))
    _limit(limits)


def written_past_print() -> int:
    """Return how many bytes the job wrote to the standard output and not by ``print``."""
    if not _aside:
        return 0  # not in a child
    for stream in (sys.__stdout__, sys.__stderr__, *_aside):
        with suppress(Exception):
            stream.flush()  # type: ignore[union-attr]
    return os.fstat(_aside[0].fileno()).st_size


def _silence() -> None:
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    os.dup2(sys.stdin.fileno(), 0)
    aside = tempfile.TemporaryFile("w", encoding="utf-8")  # noqa: SIM115 - it ends with the child
    _aside.append(aside)
    for number in (1, 2):
        os.dup2(aside.fileno(), number)
    sys.stdout = sys.stderr = aside
    builtins.input = _no_input
    faulthandler.disable()
    sys.unraisablehook = _ignore
    threading.excepthook = _ignore
    warnings.simplefilter("ignore")


def _ignore(_: object) -> None:
    pass


def _no_input(prompt: object = "") -> str:  # noqa: ARG001
    raise EOFError


def _depth() -> int:
    depth, frame = 0, sys._getframe()  # noqa: SLF001
    while frame.f_back is not None:
        depth, frame = depth + 1, frame.f_back
    return depth


def _limit(limits: Limits) -> None:
    import resource  # noqa: PLC0415 - not on Windows, where nothing is forked

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _lower(resource.RLIMIT_FSIZE, _ASIDE)
    _lower(resource.RLIMIT_CPU, limits.cpu)
    with suppress(OSError):  # only Linux tells the present size there, and keeps this limit well
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        _lower(resource.RLIMIT_AS, pages * resource.getpagesize() + limits.memory)


def _lower(what: int, soft: int) -> None:
    import resource  # noqa: PLC0415

    _, hard = resource.getrlimit(what)
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    resource.setrlimit(what, (soft, hard))
