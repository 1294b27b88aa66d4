"""Tells a stub from an attempt, by what its code would do and not by how it is written."""

from __future__ import annotations

import dis
import functools
import inspect
from types import CodeType
from typing import Any, Final

# what is left of a body of a docstring, pass, ..., return None or raise NotImplementedError
_NEUTRAL: Final = {
    "RESUME", "NOP", "CACHE", "POP_TOP", "PUSH_NULL", "PRECALL", "CALL", "COPY_FREE_VARS",
    "MAKE_CELL", "RETURN_VALUE", "RETURN_CONST", "RETURN_GENERATOR", "RAISE_VARARGS",
    "LOAD_CONST", "LOAD_GLOBAL", "LOAD_COMMON_CONSTANT", "CALL_INTRINSIC_1", "RERAISE",
    "YIELD_VALUE", "NOT_TAKEN",
}  # fmt: skip
_LOADS: Final = {"LOAD_CONST", "RETURN_CONST", "LOAD_GLOBAL", "LOAD_COMMON_CONSTANT"}
_ERROR: Final = "NotImplementedError"


def is_stub(answer: Any) -> bool:
    """Tell whether `answer` was not attempted yet.

    A function is a stub when all it does is return None (or ``...``) or raise
    NotImplementedError; a class, when all the methods it defines are stubs.
    """
    while isinstance(answer, functools.partial):
        answer = answer.func
    if isinstance(answer, type):
        return _is_stub_class(answer)
    code = _code(answer)
    return code is not None and _does_nothing(code)


def _is_stub_class(answer: type) -> bool:
    # only what the learner wrote: a class taken from a library has no attempt to look for
    own = vars(answer)
    if type(answer) is not type:  # its metaclass may do the work
        return False
    if answer.__bases__ != (object,) or not ("__dict__" in own or "__slots__" in own):
        return False
    codes = [code for code in map(_code, own.values()) if code is not None]
    return all(map(_does_nothing, codes))


def _code(thing: Any) -> CodeType | None:
    function = getattr(thing, "__func__", thing)
    if not isinstance(thing, type) and not hasattr(function, "__code__"):
        function = inspect.getattr_static(type(thing), "__call__", None)
    code = getattr(function, "__code__", None)
    return code if isinstance(code, CodeType) else None


def _does_nothing(code: CodeType) -> bool:
    steps = list(dis.get_instructions(code))
    names = {step.opname for step in steps}
    if not names <= _NEUTRAL:
        return False
    loaded = [step.argval for step in steps if step.opname in _LOADS]
    if _raises(names, loaded):
        return True
    return "RETURN_GENERATOR" not in names and all(value in {None, ...} for value in loaded)


def _raises(names: set[str], loaded: list[Any]) -> bool:
    """Tell whether the code raises NotImplementedError, with or without a message."""
    errors = [value for value in loaded if _ERROR in (value, getattr(value, "__name__", ""))]
    words = [value for value in loaded if value not in errors and value is not None]
    return "RAISE_VARARGS" in names and bool(errors) and all(isinstance(w, str) for w in words)
