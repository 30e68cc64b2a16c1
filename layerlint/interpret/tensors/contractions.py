"""What products of matrices and their like leave of the axes of their operands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from layerlint.syntax.matching import bind, keyword, literal

if TYPE_CHECKING:
    from layerlint.facts.tensors import TensorFunction
    from layerlint.interpret.tensors.fact import Fact
    from layerlint.syntax import cst

# What of `tensordot` sums over the last axis of the first operand alone.
_LAST = (1, [[2], [0]], [[-1], [0]], [2, 0], [-1, 0])
_TURNED = ("transpose_a", "adjoint_a")


def keeps_steps(node: cst.Call, function: TensorFunction, facts: Sequence[Fact]) -> bool:
    """Whether a product with a weight has the batch and the steps of what is multiplied."""
    if function.name == "einsum":
        return len(facts) > 1 and facts[1].steps and _begins_with_first(node)
    if len(facts) < 2 or not facts[0].steps or not facts[1].weight:
        return False
    if function.name == "tensordot":
        return _listed(literal(bind(node, ("a", "b", "axes")).get("axes"))) in _LAST
    turned = any(keyword(node, name) is not None for name in _TURNED)
    return function.name in ("matmul", "dot") and not turned


def _begins_with_first(node: cst.Call) -> bool:
    """Whether an equation begins with two axes of its first operand: `"bsi,io->bso"`."""
    equation = literal(node.args[0].value)
    if not isinstance(equation, str) or equation.count("->") != 1 or "." in equation:
        return False
    operands, result = equation.replace(" ", "").split("->")
    first = operands.split(",")[0]
    return len(result) > 2 and len(first) > 2 and first[:2] == result[:2]


def _listed(value: object) -> object:
    """The same value with lists for tuples."""
    return [_listed(part) for part in value] if isinstance(value, (list, tuple)) else value
