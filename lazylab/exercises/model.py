"""What an exercise is: data, a solution that runs, and mistakes that run."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from lazylab.exercises.inputs import Endless, Stream, exactly
from lazylab.records import Fault

Answer: TypeAlias = Callable[..., Any]
LongStream: TypeAlias = Callable[[Answer, int], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Case:
    """One input, and why it is asked for.

    Attributes
    ----------
    args : what the answer is called with; a `Stream` or `Endless` is made afresh for every run.
    because : the reason, as a learner should read it.
    take : how many values are asked for; None means until the end.
    sends : what is sent after the first ``next``, whose value is free.
    at_the_call : whether an exception has to come from the call itself.
    label : how to write the call where the arguments are too long to be read.
    """

    args: tuple[Any, ...]
    because: str
    take: int | None = None
    sends: tuple[Any, ...] = ()
    at_the_call: bool = False
    label: str = ""

    @property
    def streams(self) -> tuple[int, ...]:
        """The positions of the arguments that are taken from."""
        places = enumerate(self.args)
        return tuple(n for n, arg in places if isinstance(arg, Stream | Endless))


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong answer that runs, in one or more wordings; the first one's docstring explains it."""

    answers: tuple[Answer, ...]

    @property
    def name(self) -> str:
        """A short name, for tests and for those who write exercises."""
        return self.answers[0].__name__

    @property
    def message(self) -> str:
        """What a learner who made it should read."""
        return " ".join((inspect.getdoc(self.answers[0]) or "").split())


@dataclass(frozen=True, slots=True)
class Probe:
    """One look at an answer: the clause it tests, the input it tests it on, the test, and why.

    A dear one takes its time, and is left out once something else is wrong.
    """

    clause: str
    text: str
    look: Callable[[Answer], Fault | None]
    because: str = ""
    is_dear: bool = False
    more: float = 0  # seconds beyond what a look may usually take


@dataclass(frozen=True, slots=True)
class Exercise:
    """A problem, its contract as cases, and what is known about answers to it.

    The values, pulls, errors and prints that a case asks for are those of the solution; the general
    clauses (laziness, endings, errors, independence …) are judged by `probes` for all exercises.

    Attributes
    ----------
    name, signature, statement, notebook : what the learner is asked for, and where.
    solution : the answer that is shown, and run as the measure; ``why`` explains it.
    hints : each one step further than the last.
    cases : the inputs, from simple to subtle.
    mistakes : the wrong answers that are known, the more specific first.
    budget : items that value n may have taken in total; None: what the solution took.
    same : tells whether a value that came is the one expected.
    long : given an answer and n, a stream of n values whose memory must not grow; None: it may.
    extras : looks that only this exercise needs.
    """

    name: str
    signature: str
    notebook: str
    statement: str
    solution: Answer
    why: str
    hints: tuple[str, ...]
    cases: tuple[Case, ...]
    mistakes: tuple[Mistake, ...]
    budget: Callable[[int], int] | None = None
    same: Callable[[Any, Any], bool] = exactly
    long: LongStream | None = None
    extras: tuple[Probe, ...] = ()

    @property
    def source(self) -> str:
        """The source of the solution: what is shown is what is run."""
        return inspect.getsource(self.solution)


def mistakes(*given: Answer | tuple[Answer, ...]) -> tuple[Mistake, ...]:
    """Return a `Mistake` for each function; a tuple holds wordings of one mistake."""
    return tuple(Mistake(m if isinstance(m, tuple) else (m,)) for m in given)
