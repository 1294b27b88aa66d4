"""The front door: the verbs a learner uses, each loaded when it is first used."""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself is half of what importing this module would cost
if TYPE_CHECKING:
    from lazylab.checkup import doctor
    from lazylab.exercises.desk import check, hint, progress, solution
    from lazylab.widgets.predict import predict
    from lazylab.widgets.stepper import step

__all__ = ["check", "doctor", "hint", "predict", "progress", "solution", "step"]
__version__ = "0.1.0"

_ROOMS = {
    "check": "lazylab.exercises.desk",
    "doctor": "lazylab.checkup",
    "hint": "lazylab.exercises.desk",
    "predict": "lazylab.widgets.predict",
    "progress": "lazylab.exercises.desk",
    "solution": "lazylab.exercises.desk",
    "step": "lazylab.widgets.stepper",
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
