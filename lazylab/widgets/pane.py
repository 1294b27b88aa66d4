"""The one piece of front end: buttons built once, HTML rendered in Python, clicks sent back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import anywidget
import traitlets

from lazylab.reprs import error_text
from lazylab.show.markup import say, to_html, written

_HERE: Final = Path(__file__).parent
Facts = Mapping[str, Any]


class Pane(anywidget.AnyWidget):
    """A panel in the page.

    Parameters
    ----------
    fixed : what never changes; `pane.js` lists the entries.
    shown : what a click can change, likewise.
    on_click : called with the message of a click: ``do`` (the control's id) and the textboxes'
        values by id. It answers by calling `show`.
    """

    _esm = _HERE / "pane.js"
    _css = _HERE / "lazylab.css"
    fixed = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)

    def __init__(self, fixed: Facts, shown: Facts, on_click: Callable[[Facts], None]) -> None:
        super().__init__(fixed=dict(fixed), shown={**shown, "ack": ""})
        self._on_click = on_click
        self._ack = ""
        self.on_msg(self._clicked)

    def show(self, facts: Facts) -> None:
        """Send those of `facts` that differ from what the page shows, in one message.

        The trait is changed in place: traitlets would send all of it again, and a page that is
        opened later still asks for the whole.
        """
        changed = {key: value for key, value in facts.items() if self.shown.get(key) != value}
        if "parts" in changed:
            before = self.shown["parts"]
            parts = {k: v for k, v in changed["parts"].items() if before.get(k) != v}
            changed["parts"] = parts
            self.shown["parts"] = {**before, **parts}
        self.shown.update({k: v for k, v in changed.items() if k != "parts"})
        self.shown["ack"] = changed["ack"] = self._ack
        self.send({"changed": changed})

    def _clicked(self, _: object, message: Facts, __: object) -> None:
        self._ack = str(message.get("click", ""))
        try:
            self._on_click(message)
        except Exception as error:  # noqa: BLE001 - the page shows no traceback of a callback
            self._confess(error)

    def _confess(self, error: Exception) -> None:
        sentence = say(
            "lazylab itself failed here, your code did not: {}. Run this cell again; if it comes "
            "back, please report it.",
            error_text(error),
        )
        self.show({"say": to_html(*written(sentence))})
        sys.excepthook(type(error), error, error.__traceback__)


def mimebundle(pane: Pane, text: str, picture: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the three forms of a widget: live, static HTML, plain text."""
    data, metadata = pane._repr_mimebundle_() or ({}, {})
    return {**data, "text/plain": text, "text/html": picture}, metadata
