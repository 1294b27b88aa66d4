"""What notebook 02 asks before it runs anything."""

from __future__ import annotations

from typing import Final

from lazylab.records import Choice, Prediction

PREDICTIONS: Final = (
    Prediction(
        "what-prints-when",
        "`morning` calls `paths` and asks for one value. What appears, in which order?",
        "The call made an object and ran no line of the body. The first `next()` ran it from the "
        "top to the first `yield`.",
        (
            Choice(
                "opening\ncalled\nreading a line\n/cart",
                "The call does not run the body as far as the loop. It runs none of it.",
            ),
            Choice(
                "opening\nreading a line\ncalled\n/cart",
                "The call does not run the body to its first `yield`. It runs none of it; the "
                "first `next()` does.",
            ),
            Choice("called\nopening\nreading a line\n/cart"),
            Choice(
                "called\nopening\nreading a line\nreading a line\nclosing\n/cart",
                "You are right about the call: it runs nothing. But `next()` runs to the next "
                "`yield` and no further, so the second line is not read yet.",
            ),
        ),
    ),
    Prediction(
        "four-states",
        "`states` asks one generator for its state four times. What appears?",
        "The second line is printed by the generator itself, in the middle of a resume: the only "
        "moment at which anyone can see it running.",
        (
            Choice("GEN_CREATED\nGEN_RUNNING\nGEN_SUSPENDED\nGEN_CLOSED"),
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
        "`ask` has one generator resumed by `ada`, then by `grace`. What appears?",
        "Whoever calls `next()` has the generator's frame on top for that moment, each time anew.",
        (
            Choice(
                "ada\nada",
                "A generator does not stay with the first who resumed it. Its frame is laid on top "
                "of whoever asks, each time anew.",
            ),
            Choice(
                "ask\nask",
                "`ask` does not resume the generator: it calls `ada` and `grace`, and they call "
                "`next()`.",
            ),
            Choice(
                "None\nNone",
                "Nobody is below a suspended generator. But this line of the body runs, so the "
                "generator is being resumed.",
            ),
            Choice("ada\ngrace"),
        ),
    ),
    Prediction(
        "check-at-the-top",
        "`ask_for_minus_one` asks for -1 paths, which makes no sense. What appears?",
        "The check is a line of the body. It runs with the rest of it, at the first `next()`.",
        (
            Choice(
                "ValueError: n is negative",
                "The check is a line of the body like any other, and the call runs none of them.",
            ),
            Choice("no complaint so far\nValueError: n is negative"),
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
