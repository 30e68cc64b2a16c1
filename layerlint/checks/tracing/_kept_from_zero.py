"""Values that have a guard of their own, where they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.checks.tracing._named_numbers import number_of
from layerlint.facts.operations import AT_LEAST_THE_LEAST
from layerlint.model.assignments import assigned, only_value
from layerlint.model.origins import returned
from layerlint.queries.traced_code import traced
from layerlint.syntax import cst
from layerlint.syntax.matching import positional, self_attribute
from layerlint.syntax.walk import walk_same_function

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import EnteredFunction
    from layerlint.model.layer import LayerClass

_MAX_DEPTH = 5
_BOUNDS = frozenset({"add", "maximum"})


class Kept:
    """Whether values are a sum with, or bounded by, a number that is not lost in float16."""

    def __init__(self, layer: LayerClass, smallest: float) -> None:
        self._layer = layer
        self._smallest = smallest

    def from_zero(
        self, node: cst.BaseExpression, function: EnteredFunction, depth: int = _MAX_DEPTH
    ) -> bool:
        """Whether a value is guarded where it is made, a call away perhaps."""
        if depth == 0:
            return False
        match node:
            case cst.Name(value=name):
                return self._given(name, function, depth - 1)
            case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
                return any(self._is_number(each, function) for each in (left, right))
            case cst.Call():
                given = [argument.value for argument in positional(node)]
                name = function.module.operation(node)
                if name in _BOUNDS:
                    return any(self._is_number(each, function) for each in given)
                return bool(given) and (
                    name in AT_LEAST_THE_LEAST and self.from_zero(given[0], function, depth - 1)
                )
        return False

    def _is_number(self, node: cst.BaseExpression, function: EnteredFunction) -> bool:
        value = number_of(node, function, self._layer)
        return value is not None and value > self._smallest

    def _given(self, name: str, function: EnteredFunction, depth: int) -> bool:
        body, module = function.node.body, function.module
        value = only_value(name, assigned(body, module))
        unpacked = module.facts(body, _unpacked).get(name, [])
        if value is not None:
            return not unpacked and self.from_zero(value, function, depth)
        return len(unpacked) == 1 and self._returned(*unpacked[0], function, depth)

    def _returned(self, call: cst.Call, place: int, function: EnteredFunction, depth: int) -> bool:
        """Whether what a method of the layer returns in one place is kept from 0."""
        owner = function.method.self_name if function.method is not None else ""
        made = self._layer.facts(_by_name).get(self_attribute(call.func, owner) or "")
        if made is None or not isinstance(made.node, cst.FunctionDef):
            return False
        values = returned(made.node)
        return bool(values) and all(
            isinstance(each, cst.Tuple)
            and place < len(each.elements)
            and self.from_zero(each.elements[place].value, made, depth)
            for each in values
        )


def _unpacked(body: cst.CSTNode) -> dict[str, list[tuple[cst.Call, int]]]:
    """The calls that names get a part of what they return of, and which."""
    found: dict[str, list[tuple[cst.Call, int]]] = {}
    for node in walk_same_function(body, cst.Assign):
        target = node.targets[0].target
        if isinstance(node.value, cst.Call) and isinstance(target, cst.Tuple):
            for place, element in enumerate(target.elements):
                if isinstance(element.value, cst.Name):
                    found.setdefault(element.value.value, []).append((node.value, place))
    return found


def _by_name(layer: LayerClass) -> dict[str, EnteredFunction]:
    """The methods that `call` runs, by their names."""
    return {each.method.name: each for each in traced(layer) if each.method is not None}
