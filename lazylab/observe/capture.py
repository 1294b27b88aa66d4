"""Catches what one thread prints, while every other thread prints as before."""

from __future__ import annotations

import sys
import threading
from typing import Any, ClassVar, Final, TextIO

KEPT: Final = 2_000
_STREAMS: Final = ("stdout", "stderr")


class Captured:
    """What was printed inside a ``with printed():``, cut to `KEPT` characters."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._room = KEPT
        self.more = 0

    def write(self, text: str) -> None:
        """Keep what there is room for, and count the rest."""
        piece = text[: self._room]
        self._pieces.append(piece)
        self._room -= len(piece)
        self.more += len(text) - len(piece)

    @property
    def text(self) -> str:
        """What was kept."""
        return "".join(self._pieces)


_open: Final[dict[int, list[Captured]]] = {}  # by thread, innermost last


class _Router:
    """Stands in for ``sys.stdout``: a capturing thread's text goes to its `Captured`.

    It may outlive its ``with``: a learner's ``redirect_stdout`` can put it back much later. With
    no capture open it is the stream behind it.
    """

    def __init__(self, behind: TextIO) -> None:
        self.behind = behind

    def __getattr__(self, name: str) -> Any:
        return getattr(self.behind, name)

    def write(self, text: Any) -> int:
        captures = _open.get(threading.get_ident())
        if not captures:
            return self.behind.write(text)
        if not isinstance(text, str):
            message = f"write() argument must be str, not {type(text).__name__}"
            raise TypeError(message)
        captures[-1].write(text)
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        if threading.get_ident() not in _open:
            self.behind.flush()


class printed:  # noqa: N801 - reads as a word: with printed() as out
    """Collect what this thread writes to ``sys.stdout`` and ``sys.stderr``.

    A redirection that the code inside leaves open at its end (a generator suspended inside
    ``with redirect_stdout(…)``) is the learner's and stays, also in the next ``with printed()``.
    """

    _lock: ClassVar = threading.Lock()
    _left_open: ClassVar[dict[str, object]] = {}

    def __enter__(self) -> Captured:
        self._captured = Captured()
        with self._lock:
            _open.setdefault(threading.get_ident(), []).append(self._captured)
            for name in _STREAMS:
                stream = getattr(sys, name)
                if not isinstance(stream, _Router) and stream is not self._left_open.get(name):
                    setattr(sys, name, _Router(stream))
        return self._captured

    def __exit__(self, *_: object) -> None:
        thread = threading.get_ident()
        with self._lock:
            _open[thread].remove(self._captured)
            if not _open[thread]:
                del _open[thread]
            for name in _STREAMS:
                stream = getattr(sys, name)
                is_router = isinstance(stream, _Router)
                self._left_open[name] = None if is_router else stream
                if is_router and not _open:
                    setattr(sys, name, stream.behind)
