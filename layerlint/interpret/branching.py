"""Calls that pick what runs, or which value comes out: `tf.cond`, `tf.case`, `tf.where`, ..."""

from __future__ import annotations

from collections.abc import Sequence

from layerlint.interpret import binding, expressions, invocation
from layerlint.interpret.frames import Argument, Frame
from layerlint.interpret.paths import Unwound
from layerlint.interpret.run import Run
from layerlint.interpret.values import (
    ANYTHING,
    UNKNOWN,
    Value,
    constant,
    parts_of,
    revised,
    truth,
    unknown_from,
)
from layerlint.interpret.worlds import TRAIN
from layerlint.syntax import cst
from layerlint.syntax.matching import bind

_CONDITIONAL_PARAMETERS = ("pred", "true_fn", "false_fn")
# How the older functions call the same parameters.
_ALIASES = {
    "fn1": "true_fn",
    "fn2": "false_fn",
    "condition": "pred",
    "then_expression": "true_fn",
    "else_expression": "false_fn",
}


def conditional(node: cst.Call, function: str, frame: Frame, run: Run) -> Value | None:
    """`tf.cond(flag, a, b)` and its relatives; `K.in_train_phase(a, b)` asks the mode itself."""
    if function in ("in_train_phase", "in_test_phase"):
        return _by_phase(node, function, frame, run)
    bound = bind(node, _CONDITIONAL_PARAMETERS)
    bound = {_ALIASES.get(name, name): value for name, value in bound.items()}
    if not all(name in bound for name in _CONDITIONAL_PARAMETERS):
        return None
    picked, first, second = (bound[name] for name in _CONDITIONAL_PARAMETERS)
    test = expressions.evaluate(picked, frame, run)
    return _either_branch(node, picked, test, [first, second], frame, run)


def _by_phase(node: cst.Call, function: str, frame: Frame, run: Run) -> Value | None:
    bound = bind(node, ("x", "alt", "training"))
    if "x" not in bound or "alt" not in bound:
        return None
    test = constant(run.asked.world() is TRAIN, derived=True)
    if "training" in bound:
        given = expressions.evaluate(bound["training"], frame, run)
        if not given.known or given.const is not None:
            test = given
    options = [bound["x"], bound["alt"]]
    if function == "in_test_phase":
        options.reverse()
    return _either_branch(node, bound.get("training", node), test, options, frame, run)


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
        with run.guarded(picked, frame, taken, test.opaque):
            try:
                results.append(_run_branch(value, node, frame, run))
            except Unwound:
                continue
    if not results:
        raise Unwound
    return expressions.mixed(test, results)


def _run_branch(
    value: Value, node: cst.Call, frame: Frame, run: Run, given: Sequence[Argument] = ()
) -> Value:
    if value.callees:
        with run.traced(False):
            return invocation.invoke_value(value, given, node, frame, run)
    return value


def selection(node: cst.Call, frame: Frame, run: Run) -> Value:
    """`tf.where(flag, a, b)`: one of two values, both computed."""
    values = [argument.value for argument in binding.arguments(node, frame, run)]
    test, first, second = values[:3]
    known = truth(test)
    if known is not None:
        return revised(first if known else second, path=None, callees=())
    return revised(unknown_from(test, first, second), derived=test.derived)


def case(node: cst.Call, frame: Frame, run: Run) -> Value:
    """`tf.case([(flag, f), ...], default=g)`: the first pair whose test is true."""
    bound = bind(node, ("pred_fn_pairs", "default"))
    default = expressions.evaluate(bound["default"], frame, run) if "default" in bound else None
    results = []
    doubt = ANYTHING
    for test, branch in _pairs(bound.get("pred_fn_pairs"), frame, run):
        known = truth(test)
        if known is False:
            continue
        if known is True:
            results.append(_run_branch(branch, node, frame, run))
            return expressions.mixed(doubt, results)
        doubt = unknown_from(doubt, test)
        with run.guarded(node, frame, True, test.opaque):
            results.append(_run_branch(branch, node, frame, run))
    if default is not None:
        with run.guarded(node, frame, True, doubt.opaque):
            results.append(_run_branch(default, node, frame, run))
    return expressions.mixed(doubt, results)


def _pairs(node: cst.BaseExpression | None, frame: Frame, run: Run) -> list[tuple[Value, Value]]:
    """The tests and the functions that they pick, from a list of pairs or a dictionary."""
    if isinstance(node, cst.Dict):
        return [
            (
                expressions.evaluate(entry.key, frame, run),
                expressions.evaluate(entry.value, frame, run),
            )
            for entry in node.elements
            if isinstance(entry, cst.DictElement)
        ]
    given = expressions.evaluate(node, frame, run) if node is not None else ANYTHING
    pairs = [part.items for part in parts_of(given)]
    return [(pair[0], pair[1]) for pair in pairs if pair is not None and len(pair) == 2]


def switch_case(node: cst.Call, frame: Frame, run: Run) -> Value | None:
    """`tf.switch_case(index, [f, g])`, `keras.ops.switch(index, [f, g], x)`."""
    given = binding.arguments(node, frame, run)
    by_name = {argument.keyword: argument.value for argument in given if argument.keyword}
    placed = [argument.value for argument in given if argument.keyword is None]
    index = by_name.get("branch_index") or by_name.get("index") or (placed or [ANYTHING])[0]
    branches = by_name.get("branch_fns") or by_name.get("branches")
    if branches is None:
        branches = placed[1] if len(placed) > 1 else ANYTHING
    operands = [Argument(value) for value in placed[2:]]
    functions = _numbered(branches)
    if not functions:
        return None
    number = int(index.const) if isinstance(index.const, (bool, int, float)) else None
    default = by_name.get("default") or list(functions.values())[-1]
    if number is not None:
        return _run_branch(functions.get(number, default), node, frame, run, operands)
    results = []
    for branch in [*functions.values(), default]:
        with run.guarded(node, frame, True, index.opaque):
            results.append(_run_branch(branch, node, frame, run, operands))
    return expressions.mixed(index, results)


def _numbered(branches: Value) -> dict[object, Value]:
    """The functions of a `switch_case` by their number."""
    if branches.mapping is not None:
        return dict(branches.mapping)
    pairs = [part.items for part in branches.items or ()]
    if pairs and all(pair is not None and len(pair) == 2 for pair in pairs):
        return {pair[0].const if pair[0].known else UNKNOWN: pair[1] for pair in pairs if pair}
    return dict(enumerate(parts_of(branches)))
