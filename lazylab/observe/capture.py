"""Catches what one thread prints, while every other thread prints as before."""

from __future__ import annotations

import sys
import threading
from typing import Any, Final, TextIO

KEPT: Final = 2_000


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


class _Router:
    """Stands in for ``sys.stdout``: a capturing thread's text goes to its `Captured`.

    It may outlive its captures (a learner's ``redirect_stdout`` can put it back much later),
    so with none open it is the stream behind it.
    """

    def __init__(self, behind: TextIO) -> None:
        self._behind = behind
        self._open: dict[int, list[Captured]] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(self._behind, name)

    def write(self, text: Any) -> int:
        captures = self._open.get(threading.get_ident())
        if not captures:
            return self._behind.write(text)
        if not isinstance(text, str):
            message = f"write() argument must be str, not {type(text).__name__}"
            raise TypeError(message)
        captures[-1].write(text)
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        if not self._open.get(threading.get_ident()):
            self._behind.flush()

    def begin(self, captured: Captured) -> None:
        self._open.setdefault(threading.get_ident(), []).append(captured)

    def end(self, captured: Captured) -> TextIO | None:
        """Stop this capture; return the stream behind if it was the last one of all threads."""
        thread = threading.get_ident()
        self._open[thread].remove(captured)
        if not self._open[thread]:
            del self._open[thread]
        return None if self._open else self._behind


class printed:  # noqa: N801 - reads as a word: with printed() as text
    """Collect what this thread writes to ``sys.stdout`` and ``sys.stderr``."""

    _lock = threading.Lock()

    def __enter__(self) -> Captured:
        self._captured = Captured()
        self._routers: dict[str, _Router] = {}
        with self._lock:
            for name in ("stdout", "stderr"):
                stream = getattr(sys, name)
                router = stream if isinstance(stream, _Router) else _Router(stream)
                router.begin(self._captured)
                self._routers[name] = router
                setattr(sys, name, router)
        return self._captured

    def __exit__(self, *_: object) -> None:
        with self._lock:
            for name, router in self._routers.items():
                behind = router.end(self._captured)
                # the learner's own redirection, if it took place meanwhile, stays
                if behind is not None and getattr(sys, name) is router:
                    setattr(sys, name, behind)
