"""Calls whose meaning for the flag is known: conditionals, selections, casts, the mode itself."""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from layerlint.flow import calls, expressions
from layerlint.flow.assignment import write_attribute
from layerlint.flow.frames import Frame
from layerlint.flow.library import (
    ARITHMETIC,
    CONDITIONALS,
    EQUAL,
    FUNCTION_WRAPPERS,
    IDENTITIES,
    LEARNING_PHASE,
    LOGICAL_AND,
    LOGICAL_NOT,
    LOGICAL_OR,
    NOT_EQUAL,
    SELECTIONS,
    last,
)
from layerlint.flow.run import Run
from layerlint.flow.values import (
    ANYTHING,
    Value,
    arithmetic,
    both,
    compare,
    constant,
    either,
    negate,
    truth,
    unknown_from,
)
from layerlint.flow.worlds import FLAG, UNSET
from layerlint.model.calls import NOT_LITERAL, bind, literal

_OPERATORS: dict[str, cst.BaseBinaryOp] = {
    "*": cst.Multiply(),
    "+": cst.Add(),
    "-": cst.Subtract(),
    "/": cst.Divide(),
}
_CONDITIONAL_PARAMETERS = ("pred", "true_fn", "false_fn")
_NUMBERS = {"int": int, "float": float, "bool": bool}


def known_call(node: cst.Call, name: str, frame: Frame, run: Run) -> Value | None:
    """The value of a call that is understood, None for any other."""
    function = last(name)
    if function in LEARNING_PHASE:
        return constant(FLAG[run.world] if run.world is not UNSET else False, derived=True)
    if function in CONDITIONALS and name != "builtins.cond":
        return _conditional(node, function, frame, run)
    if function in SELECTIONS and len(node.args) >= 3:
        return _selection(node, frame, run)
    if function == "case" and node.args:
        return _case(node, frame, run)
    if function == "partial" and node.args:
        return _partial(node, frame, run)
    if function == "isinstance" and len(node.args) == 2:
        return _isinstance(node, frame, run)
    if function == "getattr" and len(node.args) >= 2:
        return _getattr(node, frame, run)
    if function == "setattr" and len(node.args) == 3:
        return _setattr(node, frame, run)
    if function in FUNCTION_WRAPPERS and node.args:
        value = expressions.evaluate(node.args[0].value, frame, run)
        return value if value.callees else None
    return _computation(node, function, name, frame, run)


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
    values = [argument.value for argument in calls.arguments(node, frame, run)]
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


def _conditional(node: cst.Call, function: str, frame: Frame, run: Run) -> Value | None:
    """`tf.cond(flag, a, b)` and its relatives; `K.in_train_phase(a, b)` asks the mode itself."""
    if function == "in_train_phase":
        bound = bind(node, ("x", "alt", "training"))
        options = [bound.get("x"), bound.get("alt")]
        if "training" in bound:
            test = expressions.evaluate(bound["training"], frame, run)
            if test.known and test.const is None:
                test = constant(False, derived=True)
        else:
            test = constant(FLAG[run.world] is True, derived=True)
        picked: cst.BaseExpression = bound.get("training", node)
    else:
        bound = bind(node, _CONDITIONAL_PARAMETERS)
        for first, second in (("fn1", "true_fn"), ("fn2", "false_fn")):
            if first in bound:
                bound[second] = bound[first]
        if "pred" not in bound and "condition" not in bound:
            return None
        picked = bound.get("pred") or bound["condition"]
        options = [
            bound.get("true_fn") or bound.get("then_expression"),
            bound.get("false_fn") or bound.get("else_expression"),
        ]
        test = expressions.evaluate(picked, frame, run)
    if options[0] is None or options[1] is None:
        return None
    return _either_branch(node, picked, test, [options[0], options[1]], frame, run)


def _either_branch(
    node: cst.Call,
    picked: cst.BaseExpression,
    test: Value,
    options: list[cst.BaseExpression],
    frame: Frame,
    run: Run,
) -> Value:
    # The operands are evaluated in any case; only what is called depends on the test.
    branches = expressions.evaluate_all(options, frame, run)
    known = truth(test)
    if known is not None:
        return _run_branch(branches[0 if known else 1], node, frame, run)
    results = []
    for value, taken in zip(branches, (True, False), strict=True):
        with run.guarded(picked, frame, taken, test.derived):
            results.append(_run_branch(value, node, frame, run))
    return expressions.mixed(test, results)


def _run_branch(value: Value, node: cst.Call, frame: Frame, run: Run) -> Value:
    if value.callees:
        return calls.invoke_value(value, [], node, frame, run)
    return value


def _selection(node: cst.Call, frame: Frame, run: Run) -> Value:
    """`tf.where(flag, a, b)`: one of two values, both computed."""
    values = [argument.value for argument in calls.arguments(node, frame, run)]
    test, first, second = values[:3]
    known = truth(test)
    if known is not None:
        return replace(first if known else second, path=None, callees=())
    return replace(unknown_from(test, first, second), derived=test.derived)


def _case(node: cst.Call, frame: Frame, run: Run) -> Value:
    """`tf.case([(flag, f), ...], default=g)`: the first pair whose test is true."""
    bound = bind(node, ("pred_fn_pairs", "default"))
    pairs = bound.get("pred_fn_pairs")
    values = expressions.evaluate(pairs, frame, run) if pairs is not None else ANYTHING
    default = expressions.evaluate(bound["default"], frame, run) if "default" in bound else None
    results = []
    for pair in values.items or ():
        if pair.items is None or len(pair.items) != 2:
            continue
        test, branch = pair.items
        known = truth(test)
        if known is False:
            continue
        if known is True:
            results.append(_run_branch(branch, node, frame, run))
            return expressions.mixed(ANYTHING, results)
        with run.guarded(node, frame, True, test.derived):
            results.append(_run_branch(branch, node, frame, run))
    if default is not None:
        results.append(_run_branch(default, node, frame, run))
    return expressions.mixed(ANYTHING, results)


def _partial(node: cst.Call, frame: Frame, run: Run) -> Value | None:
    """`functools.partial(f, ...)`."""
    given = calls.arguments(node, frame, run)
    function = given[0].value
    if not function.callees:
        return None
    bound = tuple(replace(callee, given=(*callee.given, *given[1:])) for callee in function.callees)
    return replace(function, callees=bound)


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
    key = literal(node.args[1].value)
    if owner.path is not None and key is not NOT_LITERAL and isinstance(key, str):
        return run.state((*owner.path, key))
    if owner.path is not None:
        expressions.evaluate(node.args[1].value, frame, run)
        return Value(path=(*owner.path, f"[{frame.module.source(node.args[1].value)}]"))
    return unknown_from(owner)


def _setattr(node: cst.Call, frame: Frame, run: Run) -> Value:
    """`setattr(self, "mean", value)`."""
    owner, key, value = (argument.value for argument in calls.arguments(node, frame, run))
    if owner.path is not None and isinstance(key.const, str):
        path = (*owner.path, key.const)
        write_attribute(node, path, "=", value, node.args[2].value, frame, run)
    return constant(None)
