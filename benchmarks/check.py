"""Measures how long `check` takes: on every solution, on its known mistakes, on answers that hang.

.venv/bin/python benchmarks/check.py
"""

from __future__ import annotations

import itertools
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from typing import Any

from lazylab import check
from lazylab.exercises.catalogue import CATALOGUE


def main() -> None:
    """Print medians and the slowest, in seconds."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["LAZYLAB_HOME"] = home
        solutions = [(e.name, e.solution) for e in CATALOGUE.values()]
        mistakes = [(e.name, a) for e in CATALOGUE.values() for m in e.mistakes for a in m.answers]
        report("solutions", solutions)
        report("known mistakes", mistakes)
        report("hanging answers", [("fib", hang) for hang in (loop, sleep, c_loop, swallow)])


def report(name: str, answers: Iterable[tuple[str, Callable[..., Any]]]) -> None:
    """Print how long the checks of `answers` took."""
    seconds = sorted(measured(*answer) for answer in answers)
    middle = statistics.median(seconds)
    late = seconds[int(0.95 * len(seconds))]
    numbers = f"median {middle:.3f}  95 % {late:.3f}  most {seconds[-1]:.3f}"
    print(f"{name:<16} {len(seconds):>4}  {numbers}")


def measured(name: str, answer: Callable[..., Any]) -> float:
    """Return how many seconds one check takes."""
    start = time.perf_counter()
    check(name, answer)
    return time.perf_counter() - start


# ---- answers that never return --------------------------------------------------------------


def loop() -> None:
    """Loop in Python."""
    while True:
        pass


def sleep() -> None:
    """Wait."""
    time.sleep(1_000)


def c_loop() -> None:
    """Loop in C, where nothing in the process can stop it."""
    sum(itertools.count())


def swallow() -> None:
    """Swallow every stop."""
    while True:
        try:
            loop()
        except BaseException:  # noqa: BLE001, S112 - that is the point
            continue


if __name__ == "__main__":
    main()
