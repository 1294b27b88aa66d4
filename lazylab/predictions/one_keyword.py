"""What notebook 01 asks before it runs anything."""

from __future__ import annotations

from typing import Final

from lazylab.records import Choice, Prediction

PREDICTIONS: Final = (
    Prediction(
        "what-a-call-gives",
        "`call_it` prints what `paths(log)` gives back. What appears?",
        "The call gives an object that can make the paths one at a time. It has made none yet, so "
        "there are none to print.",
        (
            Choice(
                "['/cart', '/cups', '/', '/tea/green', '/tea/black', "
                "'/', '/tea/white', '/cart', '/tea', '/cart']",
                "The list is what `all_paths` gives. In `paths` nothing collects the values and "
                "nothing returns them.",
            ),
            Choice(
                "/cart",
                "The first path is what the first `next()` will fetch. The call fetches none.",
            ),
            Choice(
                "None",
                "A function that ends without `return` gives `None`, but this body has not run, so "
                "it has not ended. The `yield` makes the call give something else.",
            ),
            Choice("<generator object paths at 0x…>"),
        ),
    ),
    Prediction(
        "looking-twice",
        "`look_twice` counts the paths of one generator two times. Which two numbers appear?",
        "The first `list()` asked until there was nothing left. The second asked the same object, "
        "and it had nothing left to give.",
        (
            Choice("10\n0"),
            Choice(
                "10\n10",
                "A list would show the same number twice. A generator does not go back to the "
                "beginning: the first `list()` took everything there was.",
            ),
        ),
        is_open=True,
    ),
    Prediction(
        "three-times-next",
        "`first_three` calls `next()` three times. What appears?",
        "Each turn of the loop calls `paths(log)` and gets a new object that stands at the "
        "beginning. It is asked once and forgotten.",
        (
            Choice(
                "/cart\n/cups\n/",
                "One generator that is asked three times would show that. Here each turn of the "
                "loop calls `paths(log)`, and each call makes an object of its own.",
            ),
            Choice("/cart\n/cart\n/cart"),
            Choice(
                "/cart",
                "The loop has three turns and each of them prints. A generator that was asked once "
                "does not end the loop.",
            ),
        ),
    ),
    Prediction(
        "return-with-a-value",
        "`both` lists paths twice: read from the log, then handed in as `cached`. What appears?",
        "`return` ends a generator, and `list()` collects what was yielded until then: nothing.",
        (
            Choice(
                "['/cart', '/cups']\n['/cart', '/cups']",
                "`return cached` ends the generator before it handed anything over. What is "
                "returned is no value of the sequence.",
            ),
            Choice("['/cart', '/cups']\n[]"),
            Choice(
                "['/cart', '/cups']\nNone",
                "`list()` gives a list whatever happens. It collects what was yielded, and in the "
                "second call nothing was.",
            ),
            Choice(
                "['/cart', '/cups']\n[['/cart', '/cups']]",
                "`yield cached` would hand the list over as one value. `return cached` hands "
                "nothing over.",
            ),
        ),
    ),
    Prediction(
        "how-many-values",
        "`count_them` counts what `parts` hands over for one line. Which number appears?",
        "One `yield`, one value. The comma makes a tuple and the brackets make a list, and each of "
        "the two is a single object.",
        (
            Choice("2"),
            Choice(
                "4",
                "Four words go in, but each `yield` hands over one object: a tuple of two, then a "
                "list of two.",
            ),
            Choice(
                "3",
                "A comma and brackets are treated alike: each `yield` hands over one object.",
            ),
        ),
        is_open=True,
    ),
)
