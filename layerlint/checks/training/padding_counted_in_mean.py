"""LL148: what a mask has set to 0 is counted in the mean all the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from layerlint.checks.training._new_forms import is_new_form
from layerlint.declaration import check
from layerlint.facts.operations import MEANS, SUMS
from layerlint.findings import Finding
from layerlint.model.assignments import assigned, values_of
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf, Text
from layerlint.queries.traced_code import short
from layerlint.queries.whole_means import mean_of
from layerlint.syntax import cst
from layerlint.syntax.matching import literal, positional, self_attribute
from layerlint.syntax.walk import (
    begins_before,
    is_behind,
    names_below,
    walk_kinds,
    walk_same_function,
)

_TOTALS = SUMS | MEANS | {"count_nonzero"}
_FLOATS = frozenset({"cast", "convert_to_tensor"})
_ZEROS = frozenset({"zeros", "zeros_like"})
_Given = cst.Assign | cst.AugAssign


@check(
    Module,
    needs=AllOf(
        IMPORTS_KERAS,
        AnyOf(Text("not_equal"), Text("equal"), Text("!=")),
        Text("mean("),
    ),
)
def padding_counted_in_mean(module: Module) -> Iterator[Finding]:
    """Report means of a product with a mask of the targets that nothing is divided by."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        masks = _Masks(module, function)
        for call in walk_same_function(function.body, cst.Call):
            of = mean_of(call, module)
            mask = masks.in_product(of, call) if of is not None else None
            if mask is not None and not masks.is_counted(mask, call):
                yield Finding(call, fields={"mean": short(module, call), "mask": mask})


class _Masks:
    """What the expressions of one function have to do with masks, each name asked once."""

    def __init__(self, module: Module, function: cst.FunctionDef) -> None:
        self.module = module
        self.function = function
        self._parameters = {each.name for each in parameters_of(function.params)}
        self._masks: dict[str, bool] = {}
        self._products: dict[cst.CSTNode, str | None] = {}
        self._straight: dict[str, int] = {}

    def in_product(self, node: cst.BaseExpression, use: cst.CSTNode) -> str | None:
        """The name of the mask that a value was last multiplied by, or picked by, before a use."""
        match node:
            case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
                return self._first_mask(left, right)
            case cst.Call(args=[first, second]):
                if self.module.operation(node) == "multiply":
                    return self._first_mask(first.value, second.value)
            case cst.Call(args=[kept, _, cst.Arg(value=other)]):
                if self.module.operation(node) == "where" and self._is_zero(other):
                    return self._first_mask(kept.value)
            case cst.Name(value=name):
                last = self._last(name, use)
                if last is not None:
                    if last not in self._products:
                        self._products[last] = self._in_given(last)
                    return self._products[last]
        return None

    def _is_zero(self, node: cst.BaseExpression) -> bool:
        return literal(node) == 0 or (
            isinstance(node, cst.Call) and self.module.operation(node) in _ZEROS
        )

    def _first_mask(self, *factors: cst.BaseExpression) -> str | None:
        names = (each.value for each in factors if isinstance(each, cst.Name))
        return next((name for name in names if self._is_mask(name)), None)

    def _last(self, name: str, use: cst.CSTNode) -> _Given | None:
        """Where a name was last given something, if nothing before is on one of several ways."""
        given = self.module.facts(self.function.body, _given_to).get(name, [])
        before = bisect_left(given, True, key=lambda each: not begins_before(each, use))
        if not before or not is_behind(use, given[before - 1]):
            return None
        if name not in self._straight:
            self._straight[name] = next(
                (place for place, each in enumerate(given) if not self._is_straight(each)),
                len(given),
            )
        return given[before - 1] if before <= self._straight[name] else None

    def _is_straight(self, given: _Given) -> bool:
        return self.module.parent(self.module.statement(given)) is self.function.body

    def _in_given(self, last: _Given) -> str | None:
        if isinstance(last, cst.Assign):
            return self.in_product(last.value, last)
        multiplies = isinstance(last.operator, cst.MultiplyAssign)
        return self._first_mask(last.value) if multiplies else None

    def _is_mask(self, name: str) -> bool:
        """Whether all that the name is given is where a parameter is, or is not, one number."""
        if name not in self._masks:
            values = values_of(name, assigned(self.function.body, self.module))
            self._masks[name] = (
                bool(values)
                and self._compares(values[0])
                and all(is_new_form(each, name, _FLOATS, self.module) for each in values[1:])
            )
        return self._masks[name]

    def _compares(self, node: cst.BaseExpression) -> bool:
        """Whether it is `not_equal(parameter, number)`, cast or written in another way."""
        match node:
            case cst.Comparison(
                left=left,
                comparisons=[cst.ComparisonTarget(operator=cst.NotEqual(), comparator=right)],
            ):
                return self._is_parameter(left) and self._is_number(right)
            case cst.Call(args=[first, *_]):
                known = self.module.tensor_function(node.func)
                if known is None:
                    return False
                if known.name in _FLOATS:
                    return self._compares(first.value)
                if known.name == "logical_not" and isinstance(first.value, cst.Call):
                    return self._equals(first.value, "equal")
                return self._equals(node, "not_equal")
        return False

    def _equals(self, call: cst.Call, name: str) -> bool:
        given = [each.value for each in positional(call)]
        return (
            self.module.operation(call) == name
            and len(given) == 2
            and self._is_parameter(given[0])
            and self._is_number(given[1])
        )

    def _is_parameter(self, node: cst.BaseExpression) -> bool:
        """Whether it is one of the function's parameters, with another dtype perhaps."""
        if isinstance(node, cst.Call) and node.args:
            casts = self.module.operation(node) in _FLOATS
            return casts and self._is_parameter(node.args[0].value)
        return isinstance(node, cst.Name) and node.value in self._parameters

    def _is_number(self, node: cst.BaseExpression) -> bool:
        """Whether it is a number, as it is or under a name of the module or of the instance."""
        if isinstance(node, cst.Name):
            return self.module.assigns(node.value) and node.value not in self._parameters
        return type(literal(node)) in (int, float) or self_attribute(node) is not None

    def is_counted(self, mask: str, mean: cst.Call) -> bool:
        """Whether the function asks how many there are that the mask lets through."""
        calls = self._counting.get(mask, ())
        return any(call is not mean for call in calls)

    @cached_property
    def _counting(self) -> dict[str, list[cst.Call]]:
        """The calls that sum up, or take the mean of, what names a name."""
        found: dict[str, list[cst.Call]] = {}
        for call in walk_kinds(self.function.body, cst.Call):
            if self.module.operation(call) in _TOTALS and call.args:
                for name in set(names_below(call.args[0].value)):
                    found.setdefault(name, []).append(call)
        return found


def _given_to(body: cst.CSTNode) -> dict[str, list[_Given]]:
    """The statements that give each name something, in source order."""
    found: dict[str, list[_Given]] = {}
    nodes: Iterator[_Given] = walk_same_function(body, cst.Assign, cst.AugAssign)
    for node in nodes:
        targets = node.targets if isinstance(node, cst.Assign) else [node]
        names = (each.target.value for each in targets if isinstance(each.target, cst.Name))
        for name in dict.fromkeys(names):
            found.setdefault(name, []).append(node)
    return found
