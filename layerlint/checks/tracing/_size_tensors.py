"""Tensors that are sizes of other tensors: `tf.shape(x)[1]`, and what is computed of such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.model.assignments import assigned, values_of
from layerlint.syntax import cst
from layerlint.syntax.walk import children

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import EnteredFunction, Facts

_ASKED = frozenset({"shape", "size", "rank"})
# Names that stand for names are followed so far.
_STEPS = 3


def is_size(
    node: cst.CSTNode, function: EnteredFunction, values: Facts, steps: int = _STEPS
) -> bool:
    """Whether a tensor is computed of nothing but sizes of tensors."""
    module = function.module
    parts: list[cst.CSTNode]
    match node:
        case cst.Call() if module.operation(node) in _ASKED:
            return True
        case cst.Name(value=name):
            parts = [*values_of(name, assigned(function.node, module))] if steps else []
            return bool(parts) and all(is_size(each, function, values, steps - 1) for each in parts)
        case cst.Call(args=args):
            parts = [each.value for each in args]
        case cst.Subscript(value=value):
            parts = [value]
        case cst.Comparison(left=left, comparisons=comparisons):
            parts = [left, *(each.comparator for each in comparisons)]
        case _:
            parts = list(children(node))
    tensors = [
        each for each in parts if isinstance(each, cst.BaseExpression) and values.of(each).is_tensor
    ]
    return bool(tensors) and all(is_size(each, function, values, steps) for each in tensors)
