"""A job in a child: what it returns, how it is ended, and what of it can be seen outside."""

import os
import signal
import sys
import threading
import time
import tracemalloc
import warnings

import pytest

from lazylab.observe.isolation import Limits, apart

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no child process here")


def test_what_a_job_returns_comes_back():
    report = apart(lambda note: {"a": [1, None, "é\ud800"]}, Limits())
    assert (report.how, report.result) == ("answered", {"a": [1, None, "é\ud800"]})


def test_a_large_result_comes_back_whole():
    assert apart(lambda note: "x" * 3_000_000, Limits()).result == "x" * 3_000_000


def test_a_job_runs_in_another_process_with_the_closures_of_this_one():
    here = os.getpid()
    report = apart(lambda note: [here, os.getpid()], Limits())
    assert report.result[0] == here
    assert report.result[1] != here


def test_what_a_job_raises_becomes_text():
    def job(note):
        raise BaseException("out")

    report = apart(job, Limits())
    assert (report.how, report.result) == ("crashed", "BaseException: out")


def test_the_last_note_tells_where_a_job_was_stopped():
    def job(note):
        note("first")
        note("second")
        while True:
            pass

    report = apart(job, Limits(wall=0.5))
    assert (report.how, report.note) == ("late", "second")


def test_a_note_may_ask_for_more_time():
    def job(note):
        note("slow", more=30)
        time.sleep(0.5)
        return "done"

    assert apart(job, Limits(wall=0.3)).result == "done"


def test_processor_time_is_limited_even_in_c():
    def job(note):
        note("in C")
        sum(iter(int, 1))

    report = apart(job, Limits(cpu=1, wall=60))
    assert (report.how, report.note) == ("late", "in C")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the present size")
def test_memory_is_limited():
    report = apart(lambda note: len(bytes(300 << 20)), Limits(memory=100 << 20))
    assert report.how == "crashed"
    assert report.result.startswith("MemoryError")


def test_an_exit_is_told_with_its_signal():
    assert apart(lambda note: os._exit(5), Limits()).how == "ended"
    report = apart(lambda note: os.kill(os.getpid(), signal.SIGSEGV), Limits())
    assert (report.how, report.signal) == ("ended", "SIGSEGV")


def test_what_a_job_prints_is_not_seen(capfd):
    def job(note):
        print("out")
        print("err", file=sys.__stderr__, flush=True)
        os.write(1, b"raw")
        raise SystemExit("message")

    apart(job, Limits())
    assert capfd.readouterr() == ("", "")


def test_no_exit_handler_and_no_test_report_runs_twice(tmp_path):
    import atexit

    mark = tmp_path / "mark"
    touch = mark.touch
    atexit.register(touch)
    try:
        apart(lambda note: sys.exit(), Limits())
        assert not mark.exists()
    finally:
        atexit.unregister(touch)


def test_no_warning_of_fork_in_a_process_with_threads_is_shown():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        with warnings.catch_warnings(record=True) as seen:
            warnings.simplefilter("always")
            assert apart(lambda note: 1, Limits()).result == 1
        assert not seen
    finally:
        stop.set()
        thread.join()


def test_a_job_of_another_thread_runs_too():
    came = []
    thread = threading.Thread(target=lambda: came.append(apart(lambda note: 7, Limits()).result))
    thread.start()
    thread.join(30)
    assert came == [7]


def test_memory_that_is_traced_already_is_no_trouble():
    tracemalloc.start()
    try:
        assert apart(lambda note: tracemalloc.is_tracing(), Limits()).how == "answered"
    finally:
        tracemalloc.stop()


def test_stop_ends_the_child_and_is_let_through():
    def job(note):
        time.sleep(600)

    def interrupt():
        time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGINT)

    thread = threading.Thread(target=interrupt)
    thread.start()
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            apart(job, Limits(wall=60))
    finally:
        signal.signal(signal.SIGINT, handler)
        thread.join()
    with pytest.raises(ChildProcessError):  # no child, and no zombie
        os.waitpid(-1, os.WNOHANG)


def test_a_stop_for_the_whole_group_does_not_reach_the_job():
    def job(note):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.05)
        return "still here"

    assert apart(job, Limits()).result == "still here"


def test_what_a_job_forks_does_not_answer_for_it():
    def job(note):
        if os.fork() == 0:
            return "the wrong one"
        time.sleep(0.1)
        return "the right one"

    assert apart(job, Limits()).result == "the right one"
