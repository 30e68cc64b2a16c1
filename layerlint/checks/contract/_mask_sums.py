"""What `call` makes of the mask that it is given, and what it divides sums by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.operations import SUMS
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.whole_means import mean_of
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, keyword, literal, names_bound, positional
from layerlint.syntax.walk import begins_before

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_COUNTS = SUMS | {"count_nonzero"}
# Roles of functions that leave a mask one, of another dtype or with another axis.
_SAME = frozenset({"cast", "create", "layout"})
_STEPS = (1, -2, [1], (1,), [-2], (-2,))
_LONGEST_WAY = 4
# Names of masks that are true for the steps, or tokens, that are there.
_MASK = re.compile(r"((attention|input|pad|padding|seq|sequence|token)_)?mask")


class MaskSums:
    """One `call` that takes a mask, with the names that the mask goes by in it."""

    def __init__(self, call: Method) -> None:
        self.call = call
        self.module = call.module
        self.names = {each.name for each in call.positional if _MASK.fullmatch(each.name)}
        for node in call.own_nodes(cst.Assign):
            target = node.targets[0].target
            if isinstance(target, cst.Tuple) and isinstance(node.value, cst.Name):
                self.names.update(filter(_MASK.fullmatch, names_bound(target)))
        for _ in range(_LONGEST_WAY if self.names else 0):
            for node in call.own_nodes(cst.Assign):
                target = node.targets[0].target
                if isinstance(target, cst.Name) and self.is_mask(node.value):
                    self.names.add(target.value)

    def means_of_all(self) -> Iterator[cst.Call]:
        """The means over steps of what the mask has set to 0, where nobody counts the steps."""
        calls = list(self.call.own_nodes(cst.Call)) if self.names else []
        if any(self._counted(call) for call in calls):
            return
        for call in calls:
            of = mean_of(call, self.module)
            axis = bind(call, ("x", "axis")).get("axis")
            along = axis is not None and literal(axis) in _STEPS
            if of is not None and along and self._is_masked(of, call):
                yield call

    def counts_of_batches(self) -> Iterator[cst.Call]:
        """How many steps all samples have, by which sums over the steps of each are divided."""
        for node in self.call.own_nodes(cst.BinaryOperation) if self.names else ():
            if isinstance(node.operator, cst.Divide):
                count = self._count(node.right, _LONGEST_WAY)
                if count is not None and self._is_sum(node.left):
                    yield count

    def is_mask(self, node: cst.BaseExpression) -> bool:
        """Whether it is the mask that is given, perhaps of another dtype or with another axis."""
        match node:
            case cst.Name(value=name):
                return name in self.names
            case cst.Subscript(value=inner):
                return self.is_mask(inner)
            case cst.IfExp(body=body, orelse=orelse):
                return self.is_mask(body) or self.is_mask(orelse)
            case cst.Call(args=[first, *_]):
                known = self.module.tensor_function(node.func)
                return known is not None and known.role in _SAME and self.is_mask(first.value)
        return False

    def _counted(self, call: cst.Call) -> bool:
        """Whether it sums up the mask."""
        given = positional(call)
        return (
            bool(given) and self.module.operation(call) in _COUNTS and self.is_mask(given[0].value)
        )

    def _is_sum(self, node: cst.BaseExpression) -> bool:
        """Whether it is the sum over steps of what the mask has set to 0."""
        node = expression_behind(node, node, self.module)
        if not isinstance(node, cst.Call) or self.module.operation(node) not in _COUNTS:
            return False
        given = bind(node, ("x", "axis"))
        of = positional(node)
        along = "axis" in given and literal(given["axis"]) in _STEPS
        return along and bool(of) and self._is_masked(of[0].value, node)

    def _count(self, node: cst.BaseExpression, depth: int) -> cst.Call | None:
        """The sum of the mask over all axes that a divisor is, a small number added perhaps."""
        node = expression_behind(node, node, self.module)
        match node:
            case cst.BinaryOperation(left=left, operator=cst.Add()):
                return self._count(left, depth - 1) if depth else None
            case cst.Call(args=[first, *_]):
                if self._counted(node):
                    whole = len(positional(node)) == 1 and keyword(node, "axis") is None
                    return node if whole else None
                if self.module.operation(node) == "maximum" and depth:
                    return self._count(first.value, depth - 1)
        return None

    def _is_masked(self, node: cst.BaseExpression, use: cst.CSTNode) -> bool:
        """Whether it has been multiplied by the mask."""
        match node:
            case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
                return self.is_mask(left) or self.is_mask(right)
            case cst.Call(args=[first, second]) if self.module.operation(node) == "multiply":
                return self.is_mask(first.value) or self.is_mask(second.value)
            case cst.Name(value=name):
                given = [
                    each.value
                    for each in self.call.own_nodes(cst.Assign)
                    if is_name(each.targets[0].target, name) and begins_before(each, use)
                ]
                scaled = [
                    each
                    for each in self.call.own_nodes(cst.AugAssign)
                    if is_name(each.target, name) and self.is_mask(each.value)
                    if isinstance(each.operator, cst.MultiplyAssign) and begins_before(each, use)
                ]
                straight = [each for each in given if not isinstance(each, cst.Name)]
                return bool(scaled) or any(self._is_masked(each, use) for each in straight)
        return False
