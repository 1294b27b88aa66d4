"""The one exception lazylab raises at a learner: a sentence, shown without a traceback."""

from __future__ import annotations


class Refused(TypeError):
    """What was asked for cannot be done; the message says why and what to type instead."""

    def _render_traceback_(self) -> list[str]:
        """IPython shows these lines where a traceback would stand."""
        return [str(self)]
