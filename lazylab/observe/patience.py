"""Ends Python code that does not come back.

A signal timer (main thread, not on Windows) stops every Python loop and ``sleep``. Elsewhere a
watchdog thread asks the interpreter to raise in the running thread: it stops Python loops, a
``sleep`` only when it is over. Neither stops a loop inside C such as ``sum(count())``.
"""

from __future__ import annotations

import ctypes
import math
import signal
import threading
import time
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Final

AGAIN: Final = 0.1  # seconds until the next try, for code that swallows the first
_raise_in_thread: Final = ctypes.pythonapi.PyThreadState_SetAsyncExc


class OutOfPatience(KeyboardInterrupt):
    """Raised inside code that ran longer than it was allowed to.

    A ``KeyboardInterrupt``, so that a learner's ``except Exception`` lets it through.
    """


def patience(seconds: float) -> AbstractContextManager[object]:
    """Return a context that raises `OutOfPatience` inside itself after `seconds` (inf: never)."""
    if math.isinf(seconds):
        return nullcontext()
    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        return _Timer(seconds)
    return _Watchdog(seconds)


class _Timer:
    """The signal timer; a handler or a timer that was there before comes back afterwards."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._armed = False

    def _ring(self, *_: object) -> None:
        if self._armed:
            raise OutOfPatience

    def __enter__(self) -> None:
        self._started = time.monotonic()
        self._handler: Any = signal.signal(signal.SIGALRM, self._ring)
        self._armed = True
        self._left, self._interval = signal.setitimer(signal.ITIMER_REAL, self._seconds, AGAIN)

    def __exit__(self, *_: object) -> None:
        self._armed = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL if self._handler is None else self._handler)
        if self._left:
            passed = time.monotonic() - self._started
            signal.setitimer(signal.ITIMER_REAL, max(self._left - passed, 1e-6), self._interval)


class _Watchdog:
    """A thread that waits, then raises in the thread that entered."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._rang = False

    def __enter__(self) -> None:
        self._thread = ctypes.c_ulong(threading.get_ident())
        threading.Thread(target=self._watch, name="lazylab-patience", daemon=True).start()

    def _watch(self) -> None:
        wait = self._seconds
        while not self._over.wait(wait):
            with self._lock:
                if self._over.is_set():
                    return
                self._rang = True
                _raise_in_thread(self._thread, ctypes.py_object(OutOfPatience))
            wait = AGAIN

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._over.set()
            if self._rang:
                # one that was asked for and not delivered yet must not hit the code after us
                _raise_in_thread(self._thread, None)
