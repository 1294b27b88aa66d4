"""Both mechanisms that end what does not come back, and that they leave nothing behind."""

import signal
import sys
import threading
import time

import pytest

from lazylab.observe.patience import OutOfPatience, patience

needs_timer = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="Windows has no signal timer; the watchdog is tested"
)


@pytest.fixture(params=[pytest.param("timer", marks=needs_timer), "watchdog"])
def mechanism(request, monkeypatch):
    """Both, on this thread: without `setitimer` the watchdog takes over, as on Windows."""
    if request.param == "watchdog":
        monkeypatch.setattr("lazylab.observe.patience._HAS_TIMER", False)
    return request.param


def spin():
    while True:
        pass


def test_an_endless_loop_ends(mechanism):
    with pytest.raises(OutOfPatience), patience(0.1):
        spin()


def test_what_comes_back_in_time_is_left_alone_afterwards(mechanism):
    with patience(0.05):
        pass
    end = time.monotonic() + 0.2
    while time.monotonic() < end:
        pass


@needs_timer
def test_an_earlier_timer_and_handler_come_back():
    rang = []
    before = signal.signal(signal.SIGALRM, lambda *_: rang.append(1))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        with patience(5):
            pass
        assert 0 < signal.getitimer(signal.ITIMER_REAL)[0] <= 0.3
        end = time.monotonic() + 5
        while not rang and time.monotonic() < end:
            time.sleep(0.01)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert rang == [1]


def test_the_watchdog_ends_a_loop_in_a_thread_and_only_there():
    seen = []

    def work():
        try:
            with patience(0.1):
                spin()
        except OutOfPatience:
            seen.append("ended")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(10)
    assert seen == ["ended"]


@needs_timer
def test_patience_within_patience_does_not_extend_it():
    def impatient():
        while True:
            with patience(30):
                spin_for(0.001)

    with pytest.raises(OutOfPatience), patience(0.2):
        impatient()


def test_infinite_patience_starts_nothing(mechanism):
    threads = threading.active_count()
    with patience(float("inf")):
        assert threading.active_count() == threads
        assert signal.getitimer(signal.ITIMER_REAL)[1] == 0 or mechanism == "watchdog"


def test_tracing_goes_on_after_an_interruption(mechanism):
    # on 3.11 taking back an asynchronous exception hangs the next traced line for ever
    with pytest.raises(OutOfPatience), patience(0.1):
        spin()
    lines = []

    def tracer(frame, event, arg):
        lines.append(event)
        return tracer

    def two_lines():
        a = 1
        return a

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        two_lines()
    finally:
        sys.settrace(before)
    assert lines.count("line") >= 2


def spin_for(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_narrow_escapes_hit_nothing_outside(mechanism):
    # the limit and the work end at about the same time: either may win, nothing may leak
    inside = 0
    for turn in range(60):
        try:
            with patience(0.01):
                spin_for(0.005 + turn * 4e-4)
        except OutOfPatience:
            inside += 1
        sum(range(200))
    spin_for(0.15)
    assert 0 < inside <= 60
    assert not [t for t in threading.enumerate() if t.name == "lazylab-patience"]


def test_the_block_itself_is_not_interrupted_only_what_it_calls(mechanism):
    with patience(0.05):
        end = time.monotonic() + 0.3
        reached = []
        while not reached:
            reached = [time.monotonic() > end] if time.monotonic() > end else []
    assert reached == [True]
