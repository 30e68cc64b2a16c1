"""Calls whose meaning for the flag is known: conditionals, selections, casts, the mode itself."""

from __future__ import annotations

from dataclasses import replace

from layerlint.facts.control_functions import (
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
)
from layerlint.interpret import (
    arithmetic,
    assignment,
    attributes,
    binding,
    branching,
    exceptions,
    expressions,
    kinship,
    objects,
    presence,
    python_calls,
)
from layerlint.interpret.frames import Frame
from layerlint.interpret.gradients import DECORATOR
from layerlint.interpret.kinds import Getter
from layerlint.interpret.logic import both, compare, either, negate
from layerlint.interpret.run import Run
from layerlint.interpret.values import (
    ANYTHING,
    Value,
    asked,
    constant,
    revised,
    truth,
    unknown_from,
)
from layerlint.interpret.worlds import TRAIN
from layerlint.syntax import cst
from layerlint.syntax.matching import last_part, literal
from layerlint.syntax.walk import walk

_OPERATORS: dict[str, cst.BaseBinaryOp] = {
    "*": cst.Multiply(),
    "+": cst.Add(),
    "-": cst.Subtract(),
    "/": cst.Divide(),
}
NUMBERS = {"int": int, "float": float, "bool": bool}


def known_call(node: cst.Call, name: str, frame: Frame, run: Run) -> Value | None:
    """The value of a call that is understood, None for any other."""
    function = last_part(name)
    if function in LEARNING_PHASE:
        return constant(run.asked.world() is TRAIN, derived=True)
    # `K.switch` is given two functions, `keras.ops.switch` a list of them.
    picked = None
    if function in SWITCHES and len(node.args) >= 2:
        picked = branching.switch_case(node, frame, run)
    if picked is None and function in CONDITIONALS:
        picked = branching.conditional(node, function, frame, run)
    if picked is not None:
        return picked
    if function in SELECTIONS and len(node.args) >= 3:
        return branching.selection(node, frame, run)
    if function == "case" and node.args:
        return branching.case(node, frame, run)
    if function in FILLED and node.args:
        binding.arguments(node, frame, run)
        return constant(FILLED[function])
    if function in ("partial", "partialmethod") and node.args:
        return _partial(node, frame, run)
    if name in ("builtins.isinstance", "builtins.issubclass") and len(node.args) == 2:
        return kinship.asked_of_classes(node, function, frame, run)
    if function == "getattr" and len(node.args) >= 2:
        return _getattr(node, frame, run)
    if function in ("setattr", "__setattr__") and len(node.args) == 3:
        return _setattr(node, frame, run)
    if name in ("builtins.hasattr", "builtins.delattr") and len(node.args) == 2:
        return _about_attribute(node, function, frame, run)
    if function in FUNCTION_WRAPPERS and node.args:
        return _wrapped(node, function, frame, run)
    return _computation(node, function, name, frame, run)


def _wrapped(node: cst.Call, function: str, frame: Frame, run: Run) -> Value | None:
    """`tf.function(f)`: what runs `f` when it is called."""
    value = expressions.evaluate(node.args[0].value, frame, run)
    if function == DECORATOR:
        callees = tuple(replace(callee, custom_gradient=True) for callee in value.callees)
        value = revised(value, callees=callees)
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
    values = [argument.value for argument in binding.arguments(node, frame, run)]
    if not values:
        return ANYTHING
    if len(values) >= 2 and logical:
        return (both if function in LOGICAL_AND else either)(values[0], values[1])
    if len(values) >= 2 and function in ARITHMETIC:
        return arithmetic.arithmetic(values[0], _OPERATORS[ARITHMETIC[function]], values[1])
    if len(values) >= 2 and (function in EQUAL or function in NOT_EQUAL):
        operation = cst.Equal() if function in EQUAL else cst.NotEqual()
        return compare(values[0], operation, values[1])
    if function in LOGICAL_NOT:
        return negate(values[0])
    if function in IDENTITIES:
        number = NUMBERS.get(name.removeprefix("builtins."))
        if number is not None and name.startswith("builtins."):
            return converted(number, values[0], node, frame, run)
        return revised(values[0], path=None, callees=())
    return unknown_from(*values)


def converted(number: type, value: Value, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """`bool(value)`, `int(value)`, `float(value)`."""
    if number is bool:
        value = objects.tested(value, node, frame, run)
    known = truth(value)
    if number is bool and known is not None:
        return constant(known, derived=value.opaque)
    if isinstance(value.const, str) and not python_calls.computed(number, [value]).known:
        raise exceptions.fail("ValueError", run, value)
    return python_calls.computed(number, [value])


def _partial(node: cst.Call, frame: Frame, run: Run) -> Value | None:
    """`functools.partial(f, ...)`."""
    given = binding.arguments(node, frame, run)
    function = given[0].value
    if not function.callees:
        return constant(Getter("partial", tuple(given))) if function.path else None
    bound = tuple(replace(callee, given=(*callee.given, *given[1:])) for callee in function.callees)
    return revised(function, callees=bound)


def _getattr(node: cst.Call, frame: Frame, run: Run) -> Value:
    """`getattr(self, "mean")`."""
    owner, key, *default = expressions.evaluate_all((a.value for a in node.args), frame, run)
    wanted = node.args[1].value
    if owner.path is None and owner.known and isinstance(key.const, str):
        return presence.read(owner, key.const, default, node, frame, run)
    if owner.path is None:
        return asked(owner, key, *default)
    if isinstance(key.const, str):
        return presence.read(owner, key.const, default, node, frame, run)
    names = [name for part in walk(wanted) if isinstance(name := literal(part), str)]
    if names:
        options = [attributes.attribute_of(owner, name, node, frame, run) for name in names]
        return expressions.mixed(key, options)
    if not owner.path:
        run.record.tainted = True  # any method of the layer may be what is called
    return Value(path=(*owner.path, f"[{frame.module.source(wanted)}]"))


def _about_attribute(node: cst.Call, function: str, frame: Frame, run: Run) -> Value | None:
    """`hasattr(self, "mean")`, `delattr(self, "mean")`."""
    owner, key = expressions.evaluate_all((a.value for a in node.args), frame, run)
    if function == "hasattr":
        if not isinstance(key.const, str):
            return asked(owner, key)
        return presence.has(owner, key.const, node, frame, run)
    if isinstance(key.const, str):
        assignment.delete_attribute(owner, key.const, run)
    return constant(None)


def _setattr(node: cst.Call, frame: Frame, run: Run) -> Value:
    """`setattr(self, "mean", value)`."""
    owner, key, value = [argument.value for argument in binding.arguments(node, frame, run)][-3:]
    if owner.path is not None and isinstance(key.const, str):
        path = (*owner.path, key.const)
        assignment.write_attribute(node, path, "=", value, node.args[2].value, frame, run)
    return constant(None)
