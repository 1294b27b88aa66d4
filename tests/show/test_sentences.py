"""The words of every kind of step, from records alone."""

import pytest

from lazylab.records import Frame, Source, Step
from lazylab.show.markup import spoken
from lazylab.show.sentences import lines_text, sentence

GENERATOR = Source("f", "f(1)", "generator", ("def f(n):", "    yield n"), 1)
BUILTIN = Source("map", "map", "builtin")


def frame(name="f", line=2, count=1):
    return Frame(1, name, line, "yield n", None, (2,), (("n", "1"),) * count)


def step(action="next", outcome="yielded", before="suspended", state="suspended", **more):
    return Step(3, action, outcome, before, state, **more)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ((3,), "line 3"),
        ((3, 4), "lines 3 and 4"),
        ((3, 4, 5), "lines 3–5"),
        ((9, 7, 11, 12, 13), "lines 9, 7 and 11–13"),
        (tuple(range(1, 40, 2)), "lines 1, 3, 5, 7, 9, 11, 13, 15 and more"),
    ],
)
def test_lines(lines, text):
    assert spoken(lines_text(lines)) == text


@pytest.mark.parametrize(
    ("record", "source", "words"),
    [
        (
            step(value="1", lines=(2,), line=2, resumed_at=2, frames=(frame(),)),
            GENERATOR,
            "Step 3. next() resumed the frame at the pause on line 2, ran line 2 and suspended at "
            "yield on line 2, handing 1 to the caller. The frame keeps its place and one local "
            "variable until you ask again.",
        ),
        (
            step(value="1", lines=(2,), resumed_at=2, frames=(frame(line=5), frame("g", 9))),
            GENERATOR,
            "suspended in yield from on line 5, with g paused on its line 9, handing 1",
        ),
        (
            step(value="1", lines=(2,), before="created", frames=(frame(count=0),)),
            GENERATOR,
            "next() started the body, ran line 2 and suspended at yield on line 2, handing 1 to the "
            "caller. The frame keeps its place until you ask again.",
        ),
        (
            step(outcome="returned", value="None", state="closed", resumed_at=2),
            GENERATOR,
            "and reached the end of the body: StopIteration. The frame is gone.",
        ),
        (
            step(outcome="returned", value="'x'", state="closed", resumed_at=2),
            GENERATOR,
            "StopIteration, which carries the return value 'x'.",
        ),
        (
            step(outcome="returned", value="None", before="closed", state="closed"),
            GENERATOR,
            "Step 3. The generator is closed. No line ran, and next() raised StopIteration.",
        ),
        (
            step(outcome="raised", value="ValueError: x", state="closed", resumed_at=2, line=3),
            GENERATOR,
            "and raised ValueError: x on line 3. The generator is closed and its frame is gone.",
        ),
        (
            step("send", "raised", "created", "created", sent="1", value="TypeError: can't"),
            GENERATOR,
            "send(1) raised TypeError: can't. No line ran and the generator is still created: "
            "next() brings it to its first yield.",
        ),
        (
            step("send", value="7", sent="7", resumed_at=2, lines=(3,), frames=(frame(),)),
            GENERATOR,
            "send(7) resumed the frame on line 2, where the yield became 7, ran line 3",
        ),
        (
            step("throw", "raised", sent="ValueError", value="ValueError", state="closed",
                 resumed_at=2),
            GENERATOR,
            "throw(ValueError) raised at the pause on line 2 and ValueError came out.",
        ),
        (
            step("close", "closed", state="closed", resumed_at=2, lines=(5,)),
            GENERATOR,
            "close() raised GeneratorExit at the pause on line 2; line 5 ran on the way out. The "
            "frame is gone.",
        ),
        (
            step("close", "closed", before="closed", state="closed"),
            GENERATOR,
            "close() did nothing: there was no frame left to close.",
        ),
        (
            step(outcome="interrupted", value="no answer after 5 s", state="closed", line=4,
                 resumed_at=2),
            GENERATOR,
            "and did not come back: it was stopped on line 4 (no answer after 5 s). The generator "
            "is closed. Look for a loop that never reaches a yield",
        ),
        (
            step(outcome="raised", value="ValueError: generator already executing",
                 before="running", state="running"),
            GENERATOR,
            "next() raised ValueError: generator already executing: it is in the middle",
        ),
        (
            step(value="'1'"),
            BUILTIN,
            "next() handed over '1'. map is written in C: there are no Python lines to show.",
        ),
        (
            step(outcome="returned", value="None", state="closed"),
            BUILTIN,
            "next() raised StopIteration: the iterator is exhausted.",
        ),
    ],
)  # fmt: skip
def test_words(record, source, words):
    assert words in spoken(sentence(record, source))
