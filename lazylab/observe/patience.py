"""Ends Python code that does not come back.

A signal timer (main thread, not on Windows) stops every Python loop and ``sleep``. Elsewhere a
watchdog thread asks the interpreter to raise in the running thread: it stops Python loops, a
``sleep`` only when it is over. Neither stops a loop inside C such as ``sum(count())``.
"""

from __future__ import annotations

import ctypes
import dis
import math
import signal
import sys
import threading
import time
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from types import CodeType, FrameType
from typing import Any, Final

AGAIN: Final = 0.1  # seconds until the next try, for code that swallows the first
_DRAIN: Final = 100  # turns of a loop
_HAS_TIMER = hasattr(signal, "setitimer")
_raise_in_thread: Final = ctypes.pythonapi.PyThreadState_SetAsyncExc


class OutOfPatience(KeyboardInterrupt):
    """Raised inside code that ran longer than it was allowed to.

    A ``KeyboardInterrupt``, so that a learner's ``except Exception`` lets it through.
    """


def patience(seconds: float) -> AbstractContextManager[None]:
    """Return a context whose calls raise `OutOfPatience` after `seconds` (inf: never).

    Only what the ``with`` block *calls* is interrupted, not the block's own frame: what came back
    in time is not lost on its way to a variable.
    """
    if math.isinf(seconds):
        return nullcontext()
    is_main = threading.current_thread() is threading.main_thread()
    return _Timer(seconds) if is_main and _HAS_TIMER else _Watchdog(seconds)


def _is_below(frame: FrameType | None, guard: FrameType | None) -> bool:
    """Tell whether `frame` runs for a call that `guard` made, and not for entering or leaving."""
    inside = frame is not None and frame is not guard
    while frame is not None and frame is not guard:
        inside = inside and frame.f_globals is not globals()
        frame = frame.f_back
    return inside and frame is not None


@lru_cache(maxsize=64)
def _exception_table(code: CodeType) -> tuple[tuple[int, int, int], ...]:
    """Return (start, end, handler) for the ranges of `code`, in the order of its bytecode."""
    parse = getattr(dis, "_parse_exception_table", None)  # there from 3.11 to 3.14, but not public
    return tuple((e.start, e.end, e.target) for e in parse(code)) if parse else ()


def _handler_of_with(frame: FrameType) -> int | None:
    """Return where the ``with`` block that `frame` is entering catches; None if unknown."""
    table = _exception_table(frame.f_code)
    return next((handler for start, _, handler in table if start > frame.f_lasti), None)


def _is_in_with(frame: FrameType, handler: int | None) -> bool:
    """Tell whether what `frame` does now would, if it raised, come to `handler`."""
    table, at = _exception_table(frame.f_code), frame.f_lasti
    if handler is None:
        return True
    for _ in table:  # from an inner handler to the one around it
        target = next((h for start, end, h in table if start <= at < end), None)
        if target is None or target == handler:
            return target == handler
        at = target
    return False


class _Timer(AbstractContextManager[None]):
    """The signal timer; a handler or a timer that was there before comes back afterwards."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __enter__(self) -> None:
        self._guard: FrameType | None = sys._getframe(1)  # noqa: SLF001 - the frame of the `with`
        self._started = time.monotonic()
        self._handler: Any = signal.signal(signal.SIGALRM, self._ring)
        self._left, self._interval = signal.setitimer(signal.ITIMER_REAL, self._seconds, AGAIN)
        if isinstance(getattr(self._handler, "__self__", None), _Timer):
            # inside another one, whose time this one does not extend
            signal.setitimer(signal.ITIMER_REAL, min(self._left or AGAIN, self._seconds), AGAIN)

    def _ring(self, _: int, frame: FrameType | None) -> None:
        if _is_below(frame, self._guard):
            raise OutOfPatience

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        self._guard = None
        signal.signal(signal.SIGALRM, signal.SIG_DFL if self._handler is None else self._handler)
        if self._left:
            passed = time.monotonic() - self._started
            signal.setitimer(signal.ITIMER_REAL, max(self._left - passed, 1e-6), self._interval)


class _Watchdog(AbstractContextManager[None]):
    """A thread that waits, then raises in the thread that entered."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._over = threading.Event()
        self._lock = threading.Lock()

    def __enter__(self) -> None:
        self._guard: FrameType | None = sys._getframe(1)  # noqa: SLF001 - the frame of the `with`
        self._handler = _handler_of_with(self._guard)  # where its `with` ends
        self._watched = threading.get_ident()
        threading.Thread(target=self._watch, name="lazylab-patience", daemon=True).start()

    def _watch(self) -> None:
        wait = self._seconds
        while not self._over.wait(wait):
            with self._lock:
                guard = self._guard
                if self._over.is_set() or guard is None or not _is_in_with(guard, self._handler):
                    # on 3.13 a ring may come late and hit __exit__ before it could say it is over
                    return
                if _is_below(sys._current_frames().get(self._watched), guard):  # noqa: SLF001
                    watched = ctypes.c_ulong(self._watched)
                    _raise_in_thread(watched, ctypes.py_object(OutOfPatience))
            wait = AGAIN

    def __exit__(self, *_: object) -> None:
        is_over = False
        while not is_over:
            try:
                self._end()
                is_over = True
            except OutOfPatience:  # it was on its way
                continue
        self._guard = None

    def _end(self) -> None:
        with self._lock:
            self._over.set()
        # A ring on its way must not hit the code after us. Taking it back (by raising NULL) leaves
        # 3.11 with a flag that is never cleared, and the next traced line then hangs in C; so it
        # is let in here: it arrives at the end of a loop's turn.
        for _ in range(_DRAIN):
            pass
