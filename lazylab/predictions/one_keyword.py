"""What notebook 01 asks before it runs anything."""

from __future__ import annotations

from typing import Final

from lazylab.records import Choice, Prediction

PREDICTIONS: Final = (
    Prediction(
        "what-a-call-gives",
        "`call_it` prints what `paths(log)` gives back. What appears?",
        (
            Choice(
                "['/cart', '/cups', '/', '/tea/green', '/tea/black', "
                "'/', '/tea/white', '/cart', '/tea', '/cart']",
                "That is what `all_paths` gives. In `paths` nothing collects the values and "
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
            Choice(
                "<generator object paths at 0x…>",
                "The call gives an object that can make the paths one at a time. It has made none "
                "yet, so there are none to print.",
            ),
        ),
    ),
    Prediction(
        "looking-twice",
        "`look_twice` counts the paths of one generator two times. Which two numbers appear?",
        (
            Choice(
                "10\n0",
                "The first `list()` asked until there was nothing left. The second asked the same "
                "object, and it has nothing left to give.",
            ),
            Choice(
                "10\n10",
                "That is true of a list. A generator does not go back to the beginning: the first "
                "`list()` took everything there was.",
            ),
        ),
        is_open=True,
    ),
    Prediction(
        "three-times-next",
        "`first_three` calls `next()` three times. What appears?",
        (
            Choice(
                "/cart\n/cups\n/",
                "It would, if all three asked the same object. Each turn of the loop calls "
                "`paths(log)`, and each call makes an object of its own.",
            ),
            Choice(
                "/cart\n/cart\n/cart",
                "Each turn of the loop calls `paths(log)` and gets a new object that stands at the "
                "beginning. It is asked once and forgotten.",
            ),
            Choice(
                "/cart",
                "The loop has three turns and each of them prints. A generator that was asked "
                "once does not end the loop.",
            ),
        ),
    ),
    Prediction(
        "return-with-a-value",
        "`both` lists paths twice: read from the log, then handed in as `cached`. What appears?",
        (
            Choice(
                "['/cart', '/cups']\n['/cart', '/cups']",
                "`return cached` ends the generator before it handed anything over. What is "
                "returned is no value of the sequence.",
            ),
            Choice(
                "['/cart', '/cups']\n[]",
                "`return` ends a generator, and `list()` collects what was yielded until then: "
                "nothing.",
            ),
            Choice(
                "['/cart', '/cups']\nNone",
                "`list()` gives a list whatever happens. It collects what was yielded, and here "
                "that is nothing.",
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
        (
            Choice(
                "2",
                "One `yield`, one value. The comma makes a tuple and the brackets make a list, and "
                "each of the two is a single object.",
            ),
            Choice(
                "4",
                "Four words went in, but each `yield` hands over one object: a tuple of two, then "
                "a list of two.",
            ),
            Choice(
                "3",
                "A comma and brackets are treated alike here: each `yield` hands over one object.",
            ),
        ),
        is_open=True,
    ),
)
