"""LL449: scores are multiplied by a mask before softmax, which gives a score of 0 a weight."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.contract._mask_sums import MaskSums
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Text
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, positional, self_attribute
from layerlint.syntax.walk import around, begins_before, is_below

if TYPE_CHECKING:
    from layerlint.model.methods import Method

# What makes a mask out of nothing, of lengths, or of words. Which number is larger may be asked of
# the scores themselves, whose sign decides then.
_MAKERS = frozenset({"band_part", "equal", "not_equal", "sequence_mask", "tril", "triu"})
_PASSES = frozenset({"cast", "layout"})
_LONGEST_WAY = 6
NEEDS = AllOf(HoldsLayer(), AnyOf(Text("softmax"), Text("Softmax")), Text("mask"))


@check(LayerClass, needs=NEEDS)
def scores_times_mask(layer: LayerClass) -> Iterator[Finding]:
    """Report each softmax of a product with a mask that nothing else is multiplied by."""
    for method in layer.methods.values():
        scores = _Scores(layer, method)
        for call in method.own_nodes(cst.Call):
            given = positional(call)
            if not given or not scores.is_softmax(call) or scores.masks_behind(call):
                continue
            if scores.masked(given[0].value, call):
                fields = {"scores": short(method.module, given[0].value)}
                yield Finding(given[0], fields=fields, module=method.module)


class _Scores:
    """What one method of a layer does to scores."""

    def __init__(self, layer: LayerClass, method: Method) -> None:
        self.layer = layer
        self.method = method
        self.module = method.module
        self.given = MaskSums(method)

    def is_softmax(self, call: cst.Call) -> bool:
        """Whether it is a function of that name, or a layer of it that the class holds."""
        held = self.layer.sublayers.get(self_attribute(call.func, self.method.self_name) or "")
        if held is not None:
            return held.keras == "layers.Softmax"
        return self.module.operation(call) == "softmax"

    def masked(self, node: cst.BaseExpression, use: cst.CSTNode, depth: int = _LONGEST_WAY) -> bool:
        """Whether the last thing that happened to it is a multiplication by a mask."""
        match node:
            case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
                return self._is_mask(left, depth) != self._is_mask(right, depth)
            case cst.Call(args=[first, second]) if self.module.operation(node) == "multiply":
                return self._is_mask(first.value, depth) != self._is_mask(second.value, depth)
            case cst.Name(value=name) if depth:
                last = self._last(name, use)
                if isinstance(last, cst.AugAssign):
                    multiplies = isinstance(last.operator, cst.MultiplyAssign)
                    return multiplies and self._is_mask(last.value, depth)
                return last is not None and self.masked(last.value, last, depth - 1)
        return False

    def masks_behind(self, softmax: cst.Call) -> bool:
        """Whether something is multiplied by a mask afterwards, as weights that are mended."""
        nodes: Iterator[cst.BinaryOperation | cst.AugAssign | cst.Call] = self.method.own_nodes(
            cst.BinaryOperation, cst.AugAssign, cst.Call
        )
        return any(
            self._multiplies(node)
            for node in nodes
            if not begins_before(node, softmax) and not is_below(node, softmax)
        ) or any(
            self._multiplies(node)
            for node in around(softmax, cst.BinaryOperation, cst.Call)
            if node is not softmax
        )

    def _multiplies(self, node: cst.BinaryOperation | cst.AugAssign | cst.Call) -> bool:
        """Whether it is something times a mask."""
        if isinstance(node, cst.AugAssign):
            multiplies = isinstance(node.operator, cst.MultiplyAssign)
            return multiplies and self._is_mask(node.value, _LONGEST_WAY)
        return self.masked(node, node)

    def _last(self, name: str, use: cst.CSTNode) -> cst.Assign | cst.AugAssign | None:
        """The statement that gives a name its value last before `use`, by the order of lines."""
        found: cst.Assign | cst.AugAssign | None = None
        nodes: Iterator[cst.Assign | cst.AugAssign] = self.method.own_nodes(
            cst.Assign, cst.AugAssign
        )
        for node in nodes:
            target = node.target if isinstance(node, cst.AugAssign) else node.targets[0].target
            before = begins_before(node, use) and not is_below(use, node)
            if before and is_name(target, name):
                found = node
        return found

    def _is_mask(self, node: cst.BaseExpression, depth: int) -> bool:
        """Whether it is 1 for what counts and 0 for what does not, as far as it can be followed."""
        if self.given.is_mask(node):
            return True
        match node:
            case cst.Name() if depth:
                value = value_at(node, node, self.module)
                return value is not None and self._is_mask(value, depth - 1)
            case cst.Subscript(value=inner):
                return self._is_mask(inner, depth)
            case cst.Comparison(comparisons=[cst.ComparisonTarget(operator=operator)]):
                return isinstance(operator, (cst.Equal, cst.NotEqual))
            case cst.Call():
                known = self.module.tensor_function(node.func)
                if self.module.operation(node) in _MAKERS:
                    return True
                passes = known is not None and known.role in _PASSES and bool(node.args)
                return passes and self._is_mask(node.args[0].value, depth)
        return False
