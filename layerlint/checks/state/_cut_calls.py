"""Which calls no gradient passes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from layerlint.facts.gradients import FLOAT_CUTS, TO_FLOATS, WHOLE_CUTS, gradient_function
from layerlint.facts.operations import NUMBERLESS
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal

if TYPE_CHECKING:
    from layerlint.model.module import Module

_WHOLE = ("int", "uint", "bool")


def cut_by(call: cst.Call, module: Module) -> Literal["float", "whole", "where"] | None:
    """How a call ends the gradient of its arguments; `"where"`: of the first alone."""
    name = gradient_function(module.resolve(call.func))
    if name in FLOAT_CUTS:
        return "float"
    if name in WHOLE_CUTS:
        return "whole"
    if name == "where" and len(call.args) > 1:
        return "where"
    if name == "cast" and _to_whole(call, module):
        return "whole"
    return None


def is_numberless(call: cst.Call, module: Module) -> bool:
    """Whether what a call gives says nothing of the numbers of its arguments: `tf.shape(x)`."""
    return gradient_function(module.resolve(call.func)) in NUMBERLESS


def makes_floats(call: cst.Call, module: Module) -> bool:
    """Whether a call may make floats of integers."""
    return gradient_function(module.resolve(call.func)) in TO_FLOATS


def _to_whole(call: cst.Call, module: Module) -> bool:
    dtype = bind(call, ("x", "dtype")).get("dtype")
    if dtype is None:
        return False
    value = literal(dtype)
    name = value if isinstance(value, str) else module.resolve(dtype) or ""
    return name.rpartition(".")[2].startswith(_WHOLE)
