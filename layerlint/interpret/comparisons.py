"""Comparisons: what the operands define themselves is asked first."""

from __future__ import annotations

from layerlint.interpret import expressions, objects, operators, records
from layerlint.interpret.frames import Frame
from layerlint.interpret.joining import join
from layerlint.interpret.logic import compare, negate
from layerlint.interpret.run import Run
from layerlint.interpret.values import ANYTHING, Value, asked, truth
from layerlint.syntax import cst


def laid_open(value: Value, run: Run) -> Value:
    """What an object is for a computation that is not followed: anything made of what it holds."""
    held = objects.contents(value, run) if value.items is None else []
    return asked(value, *held) if held else value


def comparison(node: cst.Comparison, frame: Frame, run: Run) -> Value:
    """`a < b`, and chains of such."""
    left = expressions.evaluate(node.left, frame, run)
    result: Value | None = None
    for target in node.comparisons:
        right = expressions.evaluate(target.comparator, frame, run)
        step = _compared(left, target.operator, right, node, frame, run)
        result = step if result is None else join([result, step])
        if len(node.comparisons) > 1 and truth(step) is False:
            return step
        left = right
    return result if result is not None else ANYTHING


def _compared(
    left: Value,
    operation: cst.BaseCompOp,
    right: Value,
    node: cst.CSTNode,
    frame: Frame,
    run: Run,
) -> Value:
    if isinstance(operation, (cst.In, cst.NotIn)):
        answer = objects.special(right, "__contains__", [left], node, frame, run)
        if answer is not None:
            return negate(answer) if isinstance(operation, cst.NotIn) else answer
    if isinstance(operation, (cst.Equal, cst.NotEqual)):
        answer = records.equal(left, right, node, frame, run)
        if answer is not None:
            return negate(answer) if isinstance(operation, cst.NotEqual) else answer
    answer = operators.own(left, operation, right, node, frame, run)
    if answer is None and not isinstance(operation, (cst.Equal, cst.NotEqual)):
        answer = records.ordered(left, operation, right, run)
    return answer or compare(laid_open(left, run), operation, laid_open(right, run))
