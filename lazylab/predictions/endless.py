"""What notebook 03 asks before it runs anything."""

from __future__ import annotations

from typing import Final

from lazylab.records import Choice, Prediction

PREDICTIONS: Final = (
    Prediction(
        "while-true",
        "`first_three` asks an endless loop for three numbers. What appears?",
        "Each `next()` lets the loop go round once, as far as the `yield`. The fourth number is "
        "never made.",
        (
            Choice(
                "(it does not end)",
                "The loop in `numbers` has no end, but it is suspended at its `yield` each time it "
                "goes round. `print` gets its three numbers and nobody asks for a fourth.",
            ),
            Choice(
                "0 0 0",
                "Three calls of `numbers()` would give that. Here it is called once, and one "
                "generator is asked three times.",
            ),
            Choice("0 1 2"),
            Choice(
                "1 2 3",
                "The `yield` stands before `n += 1`: the first number is handed over before it is "
                "increased.",
            ),
        ),
    ),
    Prediction(
        "a-lost-ticket",
        "`next_ticket` hands two tickets to two visitors, then takes the next one from the roll. "
        "Which number is on it?",
        "`zip` took ticket 2 before it saw that there was no third visitor. It had nobody to give "
        "it to and dropped it.",
        (
            Choice("3"),
            Choice(
                "2",
                "Two tickets were handed out, 0 and 1, but three were taken: `zip` asks the roll "
                "first and the visitors second.",
            ),
            Choice(
                "0",
                "`tickets` is one generator. `zip` takes from it, and it does not go back.",
            ),
            Choice("1", "The roll begins at 0, so tickets 0 and 1 went to the visitors."),
        ),
        is_open=True,
    ),
    Prediction(
        "filter-or-stop",
        "`below_three` collects the numbers below three. What appears?",
        "`if` drops 3, 4, 5 and all that follow, one after the other. It never says stop.",
        (
            Choice(
                "[0, 1, 2]",
                "These three pass. But the list is not finished until `numbers` is, and after 2 it "
                "goes on asking for one that will never come.",
            ),
            Choice("(it does not end)"),
            Choice(
                "[0, 1, 2, 3]",
                "3 is not below three, so it is dropped. What matters is what happens after that.",
            ),
        ),
    ),
    Prediction(
        "in-asks-too",
        "`is_it_there` looks twice for 3 in one endless generator. What appears?",
        "The first `in` found 3 and used it up. The second asks for 4, 5, 6 and so on, and nothing "
        "it gets decides the matter.",
        (
            Choice(
                "True\nTrue",
                "The first `in` took 0, 1, 2 and 3 from the generator. The second goes on with 4.",
            ),
            Choice(
                "True\nFalse",
                "To say `False`, `in` would have to come to the end. There is none.",
            ),
            Choice(
                "(it does not end)",
                "The first line does come back: 3 is the fourth number asked for. The second line "
                "is the one that cannot answer.",
            ),
            Choice("True\n(it does not end)"),
        ),
    ),
)
