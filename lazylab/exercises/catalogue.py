"""All exercises, by name, in the order of the notebooks."""

from __future__ import annotations

from typing import Final

from lazylab.exercises.model import Exercise
from lazylab.exercises.themes import endless, first_steps, patterns, pipelines, trees, two_way

_THEMES: Final = (first_steps, endless, pipelines, trees, two_way, patterns)
CATALOGUE: Final[dict[str, Exercise]] = {e.name: e for theme in _THEMES for e in theme.EXERCISES}
