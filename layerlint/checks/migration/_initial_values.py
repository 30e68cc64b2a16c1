"""What weights begin with, as far as their initializer says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, bind, called_name, dotted, literal

if TYPE_CHECKING:
    from layerlint.model.module import Module

# Classes and functions of `keras.initializers` and of TensorFlow, and the strings that mean them.
_ONES = frozenset({"Ones", "ones", "ones_initializer", "one"})
_CONSTANTS = frozenset({"Constant", "constant", "constant_initializer"})
# The ends of the numbers: `np.inf`, `x.dtype.max`, `float("inf")`.
_END = re.compile(r"(^|\.)(inf|Inf|Infinity|infty|max|min|float_max)\Z")


def begins_elsewhere(initializer: cst.BaseExpression, module: Module) -> bool:
    """Whether an initializer certainly gives a weight another number than zero, everywhere."""
    if (word := literal(initializer)) is not NOT_LITERAL:
        return isinstance(word, str) and word in _ONES
    called = initializer.func if isinstance(initializer, cst.Call) else initializer
    known = module.keras(called) or module.tf(called) or ""
    home, _, name = known.rpartition(".")
    if home not in ("", "initializers"):
        return False
    if name in _ONES:
        return True
    if not isinstance(initializer, cst.Call) or name not in _CONSTANTS:
        return False
    return _is_other_than_zero(bind(initializer, ("value",)).get("value"))


def _is_other_than_zero(number: cst.BaseExpression | None) -> bool:
    if number is None:
        return False
    value = literal(number)
    if isinstance(value, (int, float)):
        return value != 0
    match number:
        case cst.UnaryOperation(operator=cst.Minus(), expression=inner):
            return _is_other_than_zero(inner)
        case cst.Call(args=[cst.Arg(value=text)]) if called_name(number.func) == "float":
            word = literal(text)
            return isinstance(word, str) and "inf" in word
    return _END.search(dotted(number) or "") is not None
