"""The facts lazylab shows: frozen records of strings and numbers, with no live object inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["uncalled", "created", "running", "suspended", "closed"]
Action = Literal["start", "call", "next", "send", "throw", "close"]
Outcome = Literal["waiting", "called", "yielded", "returned", "raised", "closed", "interrupted"]
Kind = Literal["function", "generator", "iterator", "builtin"]
Ending = Literal["finished", "raised", "interrupted"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of source: file lines counted from 1, columns in characters from 0."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Source:
    """What is being stepped and the source it was written as.

    Attributes
    ----------
    name : the function's or the class's name.
    call : how it was called, ``countdown(3)``; equal to ``name`` for an existing iterator.
    kind : ``function`` (not called yet), ``generator``, ``iterator`` (a class with ``__next__``
        written in Python) or ``builtin`` (written in C: no Python frame).
    lines : the source lines, without line ends; empty when there is no source.
    first_line : the file line of ``lines[0]``.
    margin : how many columns of common indentation were cut off.
    note : why there is nothing to show, or why it is not all; otherwise empty.
    """

    name: str
    call: str
    kind: Kind
    lines: tuple[str, ...] = ()
    first_line: int = 1
    margin: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """One suspended frame, as it was at the moment of the step.

    Attributes
    ----------
    key : stays the same from resume to resume for one generator, and for no other.
    line : the file line it is paused on; ``text`` is that line, stripped.
    expression : the exact ``yield`` or ``yield from`` it is paused in, if known.
    ran : the file lines of this frame that ran in this resume, in order, each once.
    locals : names and bounded reprs; ``hidden`` says how many more there are.
    """

    key: int
    name: str
    line: int
    text: str
    expression: Span | None
    ran: tuple[int, ...]
    locals: tuple[tuple[str, str], ...]
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """What one click did.

    Attributes
    ----------
    number : how many times the iterator was driven so far; the call is not counted.
    action, sent : what was asked for, and the repr of what was sent or thrown.
    outcome, value : what came of it, and the repr of what was yielded or returned, or
        ``Type: message`` of what was raised.
    before, state : the state of the generator before and after.
    resumed_at : the file line it was paused on before; ``line`` the one it stands on now, or
        the one it ended on.
    lines : the file lines of the outermost frame that ran, in order, each once. The paused
        line is one of them.
    printed : what was printed during this resume, and only that; ``printed_more`` counts the
        characters that were cut off.
    frames : the suspended frames, outermost first, each delegating to the next;
        ``hidden_frames`` says how many more there are.
    attributes : for a class with ``__next__``: what it keeps between two calls.
    yields : values handed over so far, this one included.
    """

    number: int
    action: Action
    outcome: Outcome
    before: State
    state: State
    sent: str | None = None
    value: str | None = None
    resumed_at: int | None = None
    line: int | None = None
    lines: tuple[int, ...] = ()
    printed: str = ""
    printed_more: int = 0
    frames: tuple[Frame, ...] = ()
    hidden_frames: int = 0
    attributes: tuple[tuple[str, str], ...] = ()
    yields: int = 0


@dataclass(frozen=True, slots=True)
class Ran:
    """What one run of a whole program showed.

    Attributes
    ----------
    ending : how it ended.
    printed : what it printed, addresses folded; ``printed_more`` counts the characters cut off.
    value : the repr of what it returned, or ``Type: message`` of what it raised; None when it
        returned None or did not end.
    """

    ending: Ending
    printed: str = ""
    printed_more: int = 0
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a prediction: the text a program may show, and why it does not.

    The answer that is expected has nothing to be told: its ``why_not`` is empty.
    """

    text: str
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Prediction:
    """A question about a program that has not run yet. What is true is decided by running it.

    Backquoted words in the sentences are code.

    Attributes
    ----------
    name : how a notebook asks for it.
    question : one sentence.
    because : why the program shows what is expected of it.
    choices : the answers it knows.
    is_open : whether the learner writes the answer; then the choices are not shown.
    """

    name: str
    question: str
    because: str
    choices: tuple[Choice, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Answered:
    """What the learner said (empty: asked to be shown), and the run that decided."""

    said: str
    ran: Ran


@dataclass(frozen=True, slots=True)
class Pulls:
    """How many items an iterator took from its sources, counted from the call on.

    Attributes
    ----------
    call : what the call itself took.
    values : for each value handed over, what had been taken in total by then.
    end : what had been taken in total when it raised StopIteration; None if it did not.
    error : ``Type: message`` of the exception it ended with; otherwise empty.
    """

    call: int = 0
    values: tuple[int, ...] = ()
    end: int | None = None
    error: str = ""


FaultKind = Literal[
    "call", "iterator", "values", "short", "long", "raised", "silent", "late", "memory",
    "overdrawn", "prints", "pulls", "after", "inputs", "close", "fresh", "growth", "slow", "ended",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with an answer, on the input that shows it.

    Attributes
    ----------
    kind : what is wrong, in one word: the same for differently written answers.
    call : the input that shows it, as a learner would type it.
    what : what happened, as a sentence.
    expected, got : what should have come and what came; both empty where a sentence says it all.
    because : why this input is asked for.
    pulls, needed : what the answer took from its sources and what is enough, when that is wrong.
    digest : stands for all that was seen, to tell apart what looks the same when it is cut.
    """

    kind: FaultKind
    call: str
    what: str
    expected: str = ""
    got: str = ""
    because: str = ""
    pulls: Pulls | None = None
    needed: Pulls | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `check` found.

    Attributes
    ----------
    name : the exercise.
    passed : whether the answer keeps every clause of the contract.
    attempted : False for a stub, and where there was nothing that could be judged.
    message : the verdict as text, complete without the rest.
    right : the clauses that the answer keeps already, in words.
    fault : the smallest thing that is wrong.
    mistake : what a learner should read about the known mistake it is; otherwise empty.
    advice : what to try next.
    pulls, needed : what a correct answer took from its sources and what is enough.
    """

    name: str
    passed: bool
    attempted: bool
    message: str
    right: tuple[str, ...] = ()
    fault: Fault | None = None
    mistake: str = ""
    advice: str = ""
    pulls: Pulls | None = None
    needed: Pulls | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """A hint, a solution or a sentence: a title, words and, for a solution, its source."""

    title: str
    words: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one exercise has come."""

    name: str
    notebook: str
    state: Literal["untouched", "tried", "passed"]
    hints: int = 0
