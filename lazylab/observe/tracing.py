"""Notes which lines of a generator, and of those it delegates to, run during one resume."""

from __future__ import annotations

import inspect
import sys
from functools import partial
from types import CodeType, FrameType, TracebackType
from typing import Any, Final, Self

DISTINCT: Final = 500  # lines kept per frame


class lines_run:  # noqa: N801 - reads as a word: with lines_run(code) as ran
    """Trace the first frame that runs `code`, and the generators it resumes; then stop tracing.

    Parameters
    ----------
    code : the code that is resumed or called inside the ``with``; None traces nothing.

    Attributes
    ----------
    lines : the file lines of that first frame that ran, in order, each once.
    last : the line it ran last; None when it ran none.

    Notes
    -----
    The tracer that was there before comes back. Each frame's own ``f_trace`` is put back when
    it suspends or ends, so a generator leaves the block as it came.
    """

    def __init__(self, code: CodeType | None) -> None:
        self._code = code
        self._root: _Lines | None = None
        self._ran: dict[int, _Lines] = {}
        self._f_trace: dict[int, Any] = {}  # of the traced frames that are running now

    @property
    def lines(self) -> tuple[int, ...]:
        """The file lines of the first frame that ran."""
        return tuple(self._root.numbers) if self._root else ()

    @property
    def last(self) -> int | None:
        """The file line it ran last."""
        return self._root.last if self._root else None

    def of(self, frame: FrameType) -> tuple[int, ...]:
        """Return the lines of `frame` that ran, in order, each once."""
        ran = self._ran.get(id(frame))
        return tuple(ran.numbers) if ran and ran.code is frame.f_code else ()

    def line_in(self, traceback: TracebackType | None) -> int | None:
        """Return the line of the traced code that an exception came from or through."""
        while traceback is not None:
            if traceback.tb_frame.f_code is self._code:
                return traceback.tb_lineno
            traceback = traceback.tb_next
        return None

    def __enter__(self) -> Self:
        self._before = sys.gettrace()
        if self._code is not None:
            sys.settrace(self._on_call)
        return self

    def __exit__(self, *_: object) -> None:
        if self._code is not None:
            sys.settrace(self._before)

    def _on_call(self, frame: FrameType, _: str, __: object) -> Any:
        is_root = self._root is None and frame.f_code is self._code
        if not is_root and not self._is_resumed_by_traced(frame):
            return None
        ran = self._ran.get(id(frame))
        if ran is None or ran.code is not frame.f_code:  # an ended frame left its id to this one
            ran = self._ran[id(frame)] = _Lines(frame.f_code)
        if is_root:
            self._root = ran
        self._f_trace[id(frame)] = frame.f_trace
        return partial(self._on_event, ran)

    def _on_event(self, ran: _Lines, frame: FrameType, event: str, _: object) -> Any:
        if event == "line":
            ran.last = frame.f_lineno
            if len(ran.numbers) < DISTINCT:
                ran.numbers[ran.last] = None
        elif event == "return":  # a yield, a return and an exception all end here
            frame.f_trace = self._f_trace.pop(id(frame), None)
            return None
        return partial(self._on_event, ran)

    def _is_resumed_by_traced(self, frame: FrameType) -> bool:
        is_generator = frame.f_code.co_flags & inspect.CO_GENERATOR
        return bool(is_generator) and id(frame.f_back) in self._f_trace


class _Lines:
    __slots__ = ("code", "last", "numbers")

    def __init__(self, code: CodeType) -> None:
        self.code = code
        self.numbers: dict[int, None] = {}
        self.last: int | None = None
