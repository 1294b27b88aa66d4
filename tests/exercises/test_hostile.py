"""Answers that hang, eat memory, leave or break the interpreter get a verdict; the next check works."""

import builtins
import ctypes
import os
import signal
import sys
import threading
import time

import pytest

from lazylab import check
from lazylab.exercises.catalogue import CATALOGUE
from lazylab.observe import isolation

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="no child process here")
pytestmark = needs_fork


def spins(n):
    while True:
        pass


def sleeps(n):
    time.sleep(600)
    yield n


def swallows_every_stop(n):
    while True:
        try:
            time.sleep(600)
        except BaseException:
            pass


def spins_in_c(n):
    yield sum(iter(int, 1))


def makes_a_huge_number(n):
    yield 10**10**10


def eats_memory(n):
    hoard = []
    while True:
        hoard.append(bytes(1_000_000))


def eats_memory_and_swallows(n):
    hoard = []
    while True:
        try:
            hoard.append(bytes(1_000_000))
        except MemoryError:
            pass


def exits(n):
    sys.exit(0)
    yield


def exits_hard(n):
    os._exit(0)
    yield


def kills_itself(n):
    os.kill(os.getpid(), signal.SIGKILL)
    yield


def aborts(n):
    os.abort()


def crashes_in_c(n):
    ctypes.string_at(0)


def prints_a_megabyte(n):
    print("x" * 1_000_000)
    yield n


def raises_base_exception(n):
    raise BaseException("out")
    yield


def raises_interrupt(n):
    raise KeyboardInterrupt
    yield


def raises_generator_exit(n):
    yield n
    raise GeneratorExit


def closes_stdout(n):
    sys.stdout.close()
    sys.stderr.close()
    yield n


def loses_stdout(n):
    sys.stdout = sys.stderr = None
    yield n


def closes_all_files(n):
    os.closerange(0, 200)
    yield n


def lowers_the_recursion_limit(n):
    sys.setrecursionlimit(sys.getrecursionlimit() - 900)
    yield n


def raises_the_recursion_limit(n):
    sys.setrecursionlimit(10**8)
    return raises_the_recursion_limit(n)


def recurses(n):
    return recurses(n)


def starts_threads(n):
    for _ in range(5):
        threading.Thread(target=time.sleep, args=(600,)).start()
    yield n


def forks(n):
    os.fork()
    yield n


def forks_and_hangs(n):
    if os.fork() == 0:
        time.sleep(600)
    os._exit(0)
    yield


def asks_for_input(n):
    yield int(input("n? "))


def replaces_builtins(n):
    builtins.type = builtins.len = None
    yield n


def ignores_the_alarm(n):
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    while True:
        pass


def traces(n):
    sys.settrace(lambda *_: 1 / 0)
    yield n


class Hostile:
    __hash__ = None

    def __repr__(self):
        raise SystemExit

    def __eq__(self, other):
        os._exit(3)

    def __del__(self):
        raise BaseException

    def __len__(self):
        raise MemoryError


def yields_hostile_objects(n):
    yield Hostile()


class RaisesInIter:
    def __init__(self, n):
        pass

    def __next__(self):
        return 1

    def __iter__(self):
        raise BaseException("no")


def returns_hostile(n):
    return Hostile()


QUICK = [
    eats_memory, exits, exits_hard, kills_itself, aborts, crashes_in_c, prints_a_megabyte,
    raises_base_exception, raises_interrupt, raises_generator_exit, closes_stdout, loses_stdout,
    closes_all_files, lowers_the_recursion_limit, recurses, starts_threads, forks,
    forks_and_hangs, asks_for_input, replaces_builtins, traces, yields_hostile_objects,
    RaisesInIter, returns_hostile,
]  # fmt: skip
HANGING = [
    spins, sleeps, swallows_every_stop, spins_in_c, makes_a_huge_number, eats_memory_and_swallows,
    raises_the_recursion_limit, ignores_the_alarm,
]  # fmt: skip


@pytest.mark.parametrize("answer", QUICK + HANGING, ids=lambda a: a.__name__)
def test_a_hostile_answer_gets_a_sentence_and_the_kernel_lives(answer, capfd):
    verdict = check("countdown", answer)
    assert verdict.attempted
    assert not verdict.passed
    assert verdict.message.startswith("countdown: not yet, because of countdown(")
    assert verdict.message.endswith(".")
    assert repr(verdict)
    assert verdict._repr_html_()
    assert check("countdown", CATALOGUE["countdown"].solution).passed
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (spins, "The call did not come back and was stopped."),
        (sleeps, "The request for value 1 did not come back and was stopped."),
        (swallows_every_stop, "It did not come back and was stopped."),
        (eats_memory, "The call filled the memory it was given."),
        (exits, "After 0 values it raised SystemExit: 0."),
        (exits_hard, "It ended the interpreter it ran in."),
        (kills_itself, "It ended the interpreter it ran in (signal SIGKILL)."),
        (recurses, "The call raised RecursionError: maximum recursion depth exceeded"),
    ],
    ids=lambda x: getattr(x, "__name__", ""),
)
def test_the_sentence_says_how_it_ended(answer, words):
    assert words in check("countdown", answer).message


def test_nothing_of_it_stays_behind():
    before = threading.active_count(), sys.getrecursionlimit(), sys.stdout, builtins.len
    files = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    for answer in (lowers_the_recursion_limit, starts_threads, forks_and_hangs, replaces_builtins):
        check("countdown", answer)
    assert before == (threading.active_count(), sys.getrecursionlimit(), sys.stdout, builtins.len)
    if files:
        assert len(os.listdir("/proc/self/fd")) == files
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_what_an_answer_forks_is_ended_with_it(tmp_path):
    pids = tmp_path / "pids"

    def countdown(n):
        pid = os.fork()
        if pid == 0:
            time.sleep(600)
        pids.write_text(str(pid))
        os._exit(0)
        yield

    check("countdown", countdown)
    pid = int(pids.read_text())
    for _ in range(100):
        if not _is_running(pid):
            return
        time.sleep(0.05)
    pytest.fail("it still runs")


def _is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        return stat.read().rsplit(") ", 1)[1][0] != "Z"


def test_an_answer_cannot_change_what_the_notebook_holds():
    state = []

    def countdown(n):
        state.append(n)
        while n > 0:
            yield n
            n -= 1

    assert check("countdown", countdown).passed
    assert state == []


def test_an_answer_that_hangs_far_out_is_ended_too():
    def primes():
        for n, prime in enumerate(CATALOGUE["primes"].solution()):
            if n == 1_000:
                time.sleep(600)
            yield prime

    verdict = check("primes", primes)
    assert verdict.fault.kind == "late"
    assert verdict.fault.call == "the first 3,600 of primes()"
    assert verdict.mistake == ""


def test_without_fork_a_loop_still_ends_and_the_process_lives(monkeypatch):
    monkeypatch.delattr(os, "fork")
    assert "did not come back" in check("countdown", spins).message
    assert check("countdown", CATALOGUE["countdown"].solution).passed
    assert not check("chunks", list).passed


def test_without_fork_an_exit_is_a_sentence(monkeypatch):
    monkeypatch.delattr(os, "fork")
    assert "SystemExit" in check("countdown", exits).message


def test_when_no_child_can_be_made_the_check_runs_here(monkeypatch):
    def no_fork():
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(isolation.os, "fork", no_fork)
    assert check("countdown", CATALOGUE["countdown"].solution).passed
