"""Freezes the chain of suspended frames under one iterator into records."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from types import FrameType, GeneratorType
from typing import Any, Final
from weakref import WeakKeyDictionary

from lazylab.observe.sources import line_text, paused_expression, spoken_name
from lazylab.observe.tracing import lines_run
from lazylab.records import Frame
from lazylab.reprs import clip, one_line, safe_repr

CHAIN: Final = 6  # frames frozen from the outer end, besides the innermost
VARIABLES: Final = 12
_NAME: Final = 40


class FrameFreezer:
    """Gives every generator one number for life, and its suspended frame a record."""

    def __init__(self) -> None:
        self._keys: WeakKeyDictionary[GeneratorType[Any, Any, Any], int] = WeakKeyDictionary()
        self._numbers = itertools.count(1)

    def freeze(self, outermost: Any, ran: lines_run) -> tuple[tuple[Frame, ...], int]:
        """Return the frames from `outermost` inwards, and how many in the middle were left out."""
        chain = list(_suspended(outermost))
        hidden = max(len(chain) - CHAIN - 1, 0)
        shown = chain[:CHAIN] + chain[CHAIN + hidden :]
        return tuple(self._record(generator, frame, ran) for generator, frame in shown), hidden

    def _record(
        self, generator: GeneratorType[Any, Any, Any], frame: FrameType, ran: lines_run
    ) -> Frame:
        if generator not in self._keys:
            self._keys[generator] = next(self._numbers)
        # on 3.13 f_locals is a live view; what the function closes over is not in its frame
        closed_over = frame.f_code.co_freevars
        kept = {name: v for name, v in frame.f_locals.items() if name not in closed_over}
        variables, hidden = frozen_variables(kept)
        return Frame(
            key=self._keys[generator],
            name=clip(spoken_name(generator.__name__), _NAME),
            line=frame.f_lineno,
            text=clip(line_text(frame.f_code, frame.f_lineno)),
            expression=paused_expression(frame),
            ran=ran.of(frame),
            locals=variables,
            hidden=hidden,
        )


def frozen_variables(variables: Mapping[str, Any]) -> tuple[tuple[tuple[str, str], ...], int]:
    """Return the first names with bounded reprs, and how many names were left out."""
    names = list(variables)
    pairs = [
        (clip(one_line(name), _NAME), safe_repr(variables[name])) for name in names[:VARIABLES]
    ]
    return tuple(pairs), max(len(names) - VARIABLES, 0)


def _suspended(iterator: Any) -> Iterator[tuple[GeneratorType[Any, Any, Any], FrameType]]:
    while isinstance(iterator, GeneratorType):
        if (frame := iterator.gi_frame) is None or iterator.gi_running:
            return
        yield iterator, frame
        iterator = iterator.gi_yieldfrom
