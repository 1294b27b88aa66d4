"""The front door: the verbs a learner uses, each loaded when it is first used."""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself is half of what importing this module would cost
if TYPE_CHECKING:
    from lazylab.checkup import doctor
    from lazylab.exercises.desk import check, hint, progress, solution
    from lazylab.widgets.stepper import step

__all__ = ["check", "doctor", "hint", "progress", "solution", "step"]
__version__ = "0.1.0"

_ROOMS = {
    "step": "lazylab.widgets.stepper",
    "doctor": "lazylab.checkup",
    "check": "lazylab.exercises.desk",
    "hint": "lazylab.exercises.desk",
    "solution": "lazylab.exercises.desk",
    "progress": "lazylab.exercises.desk",
}


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        message = f"lazylab has no {name!r}. It has: {', '.join(__all__)}."
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415

    verb = getattr(import_module(_ROOMS[name]), name)
    globals()[name] = verb
    return verb


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
