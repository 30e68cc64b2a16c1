"""Calls whose meaning for the flag is known: conditionals, selections, casts, the mode itself."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

import libcst as cst

from layerlint.interpret import expressions
from layerlint.interpret.arithmetic import arithmetic
from layerlint.interpret.assignment import write_attribute
from layerlint.interpret.binding import arguments
from layerlint.interpret.branching import case, conditional, selection, switch_case
from layerlint.interpret.frames import Frame
from layerlint.interpret.gradients import DECORATOR
from layerlint.interpret.library import (
    ARITHMETIC,
    CONDITIONALS,
    EQUAL,
    FILLED,
    FUNCTION_WRAPPERS,
    IDENTITIES,
    LEARNING_PHASE,
    LOGICAL_AND,
    LOGICAL_NOT,
    LOGICAL_OR,
    NOT_EQUAL,
    SELECTIONS,
    SWITCHES,
    last,
)
from layerlint.interpret.run import Run
from layerlint.interpret.values import (
    ANYTHING,
    Value,
    both,
    compare,
    constant,
    either,
    negate,
    truth,
    unknown_from,
)
from layerlint.interpret.worlds import FLAG, UNSET
from layerlint.model.calls import literal
from layerlint.model.walk import walk

_OPERATORS: dict[str, cst.BaseBinaryOp] = {
    "*": cst.Multiply(),
    "+": cst.Add(),
    "-": cst.Subtract(),
    "/": cst.Divide(),
}
_NUMBERS = {"int": int, "float": float, "bool": bool}


def known_call(node: cst.Call, name: str, frame: Frame, run: Run) -> Value | None:
    """The value of a call that is understood, None for any other."""
    function = last(name)
    if function in LEARNING_PHASE:
        return constant(FLAG[run.world] if run.world is not UNSET else False, derived=True)
    # `K.switch` is given two functions, `keras.ops.switch` a list of them.
    picked = None
    if function in SWITCHES and len(node.args) >= 2:
        picked = switch_case(node, frame, run)
    if picked is None and function in CONDITIONALS:
        picked = conditional(node, function, frame, run)
    if picked is not None:
        return picked
    if function in SELECTIONS and len(node.args) >= 3:
        return selection(node, frame, run)
    if function == "case" and node.args:
        return case(node, frame, run)
    if function in FILLED and node.args:
        arguments(node, frame, run)
        return constant(FILLED[function])
    if name == "builtins.range":
        return _range(node, frame, run)
    if name == "builtins.dict" and all(argument.keyword for argument in node.args):
        parts: dict[Hashable, Value] = {
            argument.keyword: argument.value for argument in arguments(node, frame, run)
        }
        return replace(unknown_from(*parts.values()), mapping=parts or None)
    if name in ("builtins.all", "builtins.any") and len(node.args) == 1:
        return _folded(node, name, frame, run)
    if function == "partial" and node.args:
        return _partial(node, frame, run)
    if function == "isinstance" and len(node.args) == 2:
        return _isinstance(node, frame, run)
    if function == "getattr" and len(node.args) >= 2:
        return _getattr(node, frame, run)
    if function == "setattr" and len(node.args) == 3:
        return _setattr(node, frame, run)
    if function in FUNCTION_WRAPPERS and node.args:
        return _wrapped(node, function, frame, run)
    return _computation(node, function, name, frame, run)


def _wrapped(node: cst.Call, function: str, frame: Frame, run: Run) -> Value | None:
    """`tf.function(f)`: what runs `f` when it is called."""
    value = expressions.evaluate(node.args[0].value, frame, run)
    if function == DECORATOR:
        callees = tuple(replace(callee, custom_gradient=True) for callee in value.callees)
        value = replace(value, callees=callees)
    return value if value.callees else None


def _computation(node: cst.Call, function: str, name: str, frame: Frame, run: Run) -> Value | None:
    """Functions of values: casts, logic, comparison, arithmetic."""
    logical = function in LOGICAL_AND or function in LOGICAL_OR
    if not (
        logical
        or function in ARITHMETIC
        or function in IDENTITIES
        or function in LOGICAL_NOT
        or function in EQUAL
        or function in NOT_EQUAL
    ):
        return None
    values = [argument.value for argument in arguments(node, frame, run)]
    if not values:
        return ANYTHING
    if len(values) >= 2 and logical:
        return (both if function in LOGICAL_AND else either)(values[0], values[1])
    if len(values) >= 2 and function in ARITHMETIC:
        return arithmetic(values[0], _OPERATORS[ARITHMETIC[function]], values[1])
    if len(values) >= 2 and (function in EQUAL or function in NOT_EQUAL):
        operation = cst.Equal() if function in EQUAL else cst.NotEqual()
        return compare(values[0], operation, values[1])
    if function in LOGICAL_NOT:
        return negate(values[0])
    if function in IDENTITIES:
        return _converted(values[0], name)
    return unknown_from(*values)


def _converted(value: Value, name: str) -> Value:
    number = _NUMBERS.get(name.removeprefix("builtins."))
    if number is not None and name.startswith("builtins."):
        known = truth(value)
        if number is bool and known is not None:
            return constant(known, derived=value.derived)
        if isinstance(value.const, (bool, int, float)):
            return constant(number(value.const), derived=value.derived)
        return unknown_from(value)
    return replace(value, path=None, callees=())


def _partial(node: cst.Call, frame: Frame, run: Run) -> Value | None:
    """`functools.partial(f, ...)`."""
    given = arguments(node, frame, run)
    function = given[0].value
    if not function.callees:
        return None
    bound = tuple(replace(callee, given=(*callee.given, *given[1:])) for callee in function.callees)
    return replace(function, callees=bound)


def _range(node: cst.Call, frame: Frame, run: Run) -> Value:
    """`range(0)` has no elements."""
    given = [argument.value for argument in arguments(node, frame, run)]
    if len(given) == 1 and isinstance(given[0].const, int):
        return Value(truth=given[0].const > 0, derived=given[0].derived)
    return unknown_from(*given)


def _folded(node: cst.Call, name: str, frame: Frame, run: Run) -> Value:
    """`all([training, self.trainable])`."""
    (given,) = (argument.value for argument in arguments(node, frame, run))
    if given.items is None:
        return unknown_from(given)
    every = name == "builtins.all"
    result = constant(every)
    for part in given.items:
        result = (both if every else either)(result, part)
    return result


def _isinstance(node: cst.Call, frame: Frame, run: Run) -> Value:
    """`isinstance(training, int)`: what is asked of a constant is known."""
    value = expressions.evaluate(node.args[0].value, frame, run)
    asked = node.args[1].value
    nodes = (
        [element.value for element in asked.elements] if isinstance(asked, cst.Tuple) else [asked]
    )
    if not value.known:
        return unknown_from(value)
    kinds = [_TYPES.get(frame.module.resolve(kind) or "") for kind in nodes]
    if any(kind is not None and isinstance(value.const, kind) for kind in kinds):
        return constant(True)
    # A tensor takes the flag's place in some callers: not being a bool is no certainty.
    return constant(False, derived=value.derived)


_TYPES: dict[str, type] = {
    "builtins.bool": bool,
    "builtins.int": int,
    "builtins.float": float,
    "builtins.str": str,
}


def _getattr(node: cst.Call, frame: Frame, run: Run) -> Value:
    """`getattr(self, "mean")`."""
    owner = expressions.evaluate(node.args[0].value, frame, run)
    asked = node.args[1].value
    key = expressions.evaluate(asked, frame, run)
    if owner.path is None:
        return unknown_from(owner)
    if isinstance(key.const, str):
        return expressions.attribute_of(owner, key.const, node, frame, run)
    names = [name for part in walk(asked) if isinstance(name := literal(part), str)]
    if names:
        options = [expressions.attribute_of(owner, name, node, frame, run) for name in names]
        return expressions.mixed(key, options)
    return Value(path=(*owner.path, f"[{frame.module.source(asked)}]"))


def _setattr(node: cst.Call, frame: Frame, run: Run) -> Value:
    """`setattr(self, "mean", value)`."""
    owner, key, value = (argument.value for argument in arguments(node, frame, run))
    if owner.path is not None and isinstance(key.const, str):
        path = (*owner.path, key.const)
        write_attribute(node, path, "=", value, node.args[2].value, frame, run)
    return constant(None)
