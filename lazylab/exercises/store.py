"""What a learner has tried, passed and asked for: one small file, kept from kernel to kernel."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import platformdirs

HOME: Final = "LAZYLAB_HOME"  # the environment variable that names another folder
_NUMBERS: Final = ("tried", "passed", "hints", "asked")

Counts = dict[str, dict[str, int]]  # one of _NUMBERS -> exercise -> how often


class Store:
    """Counts by exercise. A file that cannot be read or written costs the memory, never a check."""

    def __init__(self) -> None:
        self._kept = _empty()

    def count(self, what: str, name: str) -> int:
        """Return how often `name` was tried, passed, asked for hints or for its solution."""
        return max(self._kept[what].get(name, 0), _read()[what].get(name, 0))

    def add(self, what: str, name: str) -> int:
        """Count one more and return the new number."""
        number = self.count(what, name) + 1
        self._kept[what][name] = number
        counts = _read()
        counts[what][name] = number
        _write(counts)
        return number

    def reset(self) -> None:
        """Forget everything."""
        self._kept = _empty()
        _write(_empty())


def path() -> Path:
    """Return where the file lies."""
    folder = os.environ.get(HOME) or platformdirs.user_data_dir("lazylab", appauthor=False)
    return Path(folder) / "progress.json"


def _empty() -> Counts:
    return {what: {} for what in _NUMBERS}


def _read() -> Counts:
    """Return what the file says; what is damaged in it counts as nothing."""
    counts = _empty()
    data: Any = None
    with suppress(OSError, ValueError, RecursionError):
        data = json.loads(path().read_text(encoding="utf-8"))
    for what in _NUMBERS:
        kept = data.get(what) if isinstance(data, dict) else None
        for name, number in kept.items() if isinstance(kept, dict) else ():
            if type(number) is int and number > 0:
                counts[what][name] = number
    return counts


def _write(counts: Counts) -> None:
    file = path()
    # written beside it and moved: a kernel that dies meanwhile leaves the old file whole
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError, ValueError):
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(counts, indent=1), encoding="utf-8")
        beside.replace(file)
