"""What notebook 02 asks before it runs anything."""

from __future__ import annotations

from typing import Final

from lazylab.records import Choice, Prediction

PREDICTIONS: Final = (
    Prediction(
        "what-prints-when",
        "`morning` calls `paths` and asks for one value. What appears, in which order?",
        (
            Choice(
                "opening\ncalled\nreading a line\n/cart",
                "The body does not run as far as the loop at the call. It does not run at all.",
            ),
            Choice(
                "opening\nreading a line\ncalled\n/cart",
                "The body does not run to its first `yield` at the call. The call runs no line of "
                "it; the first `next()` does.",
            ),
            Choice(
                "called\nopening\nreading a line\n/cart",
                "The call made an object and ran no line of the body. The first `next()` ran it "
                "from the top to the first `yield`.",
            ),
            Choice(
                "called\nopening\nreading a line\nreading a line\nclosing\n/cart",
                "The call is right: it runs nothing. But `next()` runs to the next `yield` and no "
                "further, so the second line is not read yet.",
            ),
        ),
    ),
    Prediction(
        "four-states",
        "`states` asks one generator for its state four times. What appears?",
        (
            Choice(
                "GEN_CREATED\nGEN_RUNNING\nGEN_SUSPENDED\nGEN_CLOSED",
                "The second line is printed by the generator itself, in the middle of a resume: "
                "the only moment at which anyone can see it running.",
            ),
            Choice(
                "GEN_RUNNING\nGEN_RUNNING\nGEN_SUSPENDED\nGEN_CLOSED",
                "The first state is asked for after the call and before the first `next()`. "
                "Nothing of the body runs in between.",
            ),
            Choice(
                "GEN_CREATED\nGEN_SUSPENDED\nGEN_SUSPENDED\nGEN_CLOSED",
                "The second state is asked for by a line of the generator itself. While one of its "
                "lines runs, it is not suspended.",
            ),
            Choice(
                "GEN_CREATED\nGEN_RUNNING\nGEN_RUNNING\nGEN_CLOSED",
                "The third state is asked for when `next()` has come back. By then the generator "
                "stands still at its `yield`.",
            ),
        ),
    ),
    Prediction(
        "who-is-below",
        "`ask` has the generator resumed by `ada`, then by `grace`, then looks at it while it is "
        "suspended. What appears?",
        (
            Choice(
                "ada\nada\nNone",
                "That would be true if a generator stayed where it was first resumed. Its frame is "
                "laid on top of whoever asks, each time anew.",
            ),
            Choice(
                "ask\nask\nNone",
                "`ask` made the generator, but it does not resume it. The frame lies on top of the "
                "function that called `next()`.",
            ),
            Choice(
                "ada\ngrace\ngrace",
                "While it is suspended there is nobody below it: its frame lies on no stack.",
            ),
            Choice(
                "ada\ngrace\nNone",
                "Whoever calls `next()` has the frame on top for that moment. In between it lies "
                "on no stack and belongs to the generator alone.",
            ),
        ),
    ),
    Prediction(
        "check-at-the-top",
        "`ask_for_minus_one` asks for -1 paths, which makes no sense. What appears?",
        (
            Choice(
                "ValueError: n is negative",
                "The check is a line of the body like any other, and the call runs none of them.",
            ),
            Choice(
                "no complaint so far\nValueError: n is negative",
                "The check is a line of the body. It runs with the rest of it, at the first "
                "`next()`.",
            ),
            Choice(
                "no complaint so far\nStopIteration",
                "The first `next()` does run the body, and the check is the first thing in it.",
            ),
            Choice(
                "no complaint so far",
                "The call is silent, but `next()` runs the body, and the check is the first thing "
                "in it.",
            ),
        ),
    ),
)
