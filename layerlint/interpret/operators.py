"""Operators that an object's class defines."""

from __future__ import annotations

from layerlint.facts.python import OPERATORS
from layerlint.interpret import arithmetic, comparisons, exceptions, expressions, objects
from layerlint.interpret.frames import Frame
from layerlint.interpret.logic import negate
from layerlint.interpret.run import Run
from layerlint.interpret.values import Value, constant, truth, unknown_from
from layerlint.syntax import cst

# Each with the one that is asked of the other side.
_ORDER: dict[type[cst.CSTNode], tuple[str, str]] = {
    cst.LessThan: ("__lt__", "__gt__"),
    cst.LessThanEqual: ("__le__", "__ge__"),
    cst.GreaterThan: ("__gt__", "__lt__"),
    cst.GreaterThanEqual: ("__ge__", "__le__"),
}
_DIVISIONS = (cst.Divide, cst.FloorDivide, cst.Modulo)
_UNARY = {cst.Minus: "__neg__", cst.Plus: "__pos__", cst.BitInvert: "__invert__"}


def unary(node: cst.UnaryOperation, frame: Frame, run: Run) -> Value:
    if isinstance(node.operator, cst.Not):
        return negate(expressions.ask(node.expression, frame, run))
    value = expressions.evaluate(node.expression, frame, run)
    answer = objects.special(value, _UNARY[type(node.operator)], [], node, frame, run)
    if answer is not None:
        return answer
    if isinstance(node.operator, cst.BitInvert) and type(value.const) is int:
        return constant(~value.const, derived=value.opaque)
    if isinstance(node.operator, cst.BitInvert):
        return negate(value)
    if isinstance(node.operator, cst.Minus) and value.known:
        return arithmetic.arithmetic(constant(0), cst.Subtract(), value)
    return unknown_from(value)


def binary(node: cst.BinaryOperation, frame: Frame, run: Run) -> Value:
    left = expressions.evaluate(node.left, frame, run)
    right = expressions.evaluate(node.right, frame, run)
    return computed(left, node.operator, right, node, frame, run)


def computed(
    left: Value, operation: cst.CSTNode, right: Value, node: cst.CSTNode, frame: Frame, run: Run
) -> Value:
    """`left <operation> right`: what the operands define themselves is asked first."""
    answer = own(left, operation, right, node, frame, run)
    if answer is not None:
        return answer
    first, second = comparisons.laid_open(left, run), comparisons.laid_open(right, run)
    if isinstance(operation, _DIVISIONS) and _is_zero(first, second):
        raise exceptions.fail("ZeroDivisionError", run, first, second)
    doubtful = second.opaque and truth(second) is None
    if isinstance(operation, _DIVISIONS) and run.attempts and first.known and doubtful:
        exceptions.may_fail("ZeroDivisionError", node, frame, run)
    return arithmetic.arithmetic(first, operation, second)


def _is_zero(dividend: Value, divisor: Value) -> bool:
    """Whether a number is divided by zero (`"%d" % 0` divides nothing)."""
    return isinstance(dividend.const, (int, float)) and divisor.known and divisor.const == 0


def own(
    left: Value, operation: cst.CSTNode, right: Value, node: cst.CSTNode, frame: Frame, run: Run
) -> Value | None:
    """What the class of one of the sides makes of `left <operation> right`; None if neither."""
    if not (objects.is_object(left) or objects.is_object(right)):
        return None
    mine, theirs = _ORDER.get(type(operation), ("", ""))
    kind = type(operation).__name__
    name = OPERATORS.get(kind.removesuffix("Assign"))
    if name is not None:
        mine, theirs = f"__{name}__", f"__r{name}__"
    if name is not None and kind.endswith("Assign"):
        answer = objects.special(left, f"__i{name}__", [right], node, frame, run)
        if answer is not None:
            return answer
    answer = objects.special(left, mine, [right], node, frame, run)
    return answer or objects.special(right, theirs, [left], node, frame, run)
