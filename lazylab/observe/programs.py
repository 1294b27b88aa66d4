"""Runs a whole program and freezes what it printed and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from types import CodeType, FunctionType
from typing import Any

from lazylab.observe.capture import Captured, printed
from lazylab.observe.patience import OutOfPatience, patience
from lazylab.records import Ending, Ran
from lazylab.reprs import error_text, safe_repr, without_addresses


def run_once(program: Callable[[], Any], seconds: float) -> Ran:
    """Call `program` and return what it showed; nothing it raises comes out.

    Parameters
    ----------
    program : a callable without arguments.
    seconds : how long it may take before it is interrupted.
    """
    ending: Ending = "finished"
    value: str | None = None
    out = Captured()
    try:
        with printed() as out, patience(seconds):
            value = _repr_of(program())
    except KeyboardInterrupt as error:
        ending = "interrupted" if isinstance(error, OutOfPatience) else "raised"
        value = None if ending == "interrupted" else error_text(error)
    except BaseException as error:  # noqa: BLE001 - a SystemExit is an ending like any other
        ending, value = "raised", without_addresses(error_text(error))
        _drop_frames_of(error, seconds)
    return Ran(ending, without_addresses(out.text), out.more, value)


def as_of_now(program: Callable[[], Any]) -> Callable[[], Any]:
    """Return a callable that runs `program` with the names it uses bound as they are now.

    Later cells bind names anew: after "run all" a program would otherwise meet functions that were
    written to replace the ones it asks about. Names that do not exist yet are looked up later.
    """
    if not isinstance(program, FunctionType):
        return program
    names = _names_used(program.__code__)
    now = {name: value for name, value in program.__globals__.items() if name in names}

    def run() -> Any:
        scope = {**program.__globals__, **now}
        code, closure = program.__code__, program.__closure__
        again = FunctionType(code, scope, program.__name__, program.__defaults__, closure)
        again.__kwdefaults__ = program.__kwdefaults__
        return again()

    return run


def _names_used(code: CodeType) -> set[str]:
    inner = (_names_used(const) for const in code.co_consts if isinstance(const, CodeType))
    return set(code.co_names).union(*inner)


def _repr_of(result: Any) -> str | None:
    return None if result is None else safe_repr(result)


def _drop_frames_of(error: BaseException, seconds: float) -> None:
    # a generator left in one of the frames is closed here, where its prints are caught
    with printed(), suppress(KeyboardInterrupt), patience(seconds):
        error.__traceback__ = None
