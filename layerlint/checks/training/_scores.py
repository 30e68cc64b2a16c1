"""What of a loss is a score of two samples, of which more is better: an overlap, a similarity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from layerlint.facts.losses import SIMILARITIES
from layerlint.facts.tensors import SAME_MEANING, tensor_function
from layerlint.model.assignments import only_value
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal, positional
from layerlint.syntax.walk import walk_kinds, walk_same_function

_DEPTH = 6
_SUMS = frozenset({"reduce_sum", "sum"})
_MEANS = frozenset({"mean", "reduce_mean", "reduce_sum", "sum"})
_MULTIPLIES = frozenset({"multiply"})


@dataclass(slots=True)
class Scores:
    """A function of targets and predictions, and what of its result is a score."""

    module: Module
    function: cst.FunctionDef
    depth: int = _DEPTH
    targets: str = field(init=False)
    predictions: str = field(init=False)

    def __post_init__(self) -> None:
        names = [each.name for each in parameters_of(self.function.params) if each.name != "self"]
        self.targets, self.predictions = [*names, "", ""][:2]

    def counted_up(self) -> cst.BaseExpression | None:
        """A score that the only `return` has as a term which is not subtracted."""
        nodes = list(walk_same_function(self.function.body, cst.Return))
        if len(nodes) != 1 or nodes[0].value is None or not self.predictions:
            return None
        for score, positive in self._terms(nodes[0].value, True, self.depth):
            if positive:
                return score
        return None

    def _terms(
        self, node: cst.BaseExpression, positive: bool, depth: int
    ) -> Iterator[tuple[cst.BaseExpression, bool]]:
        """The scores among the terms of a sum, each with whether it is added."""
        if depth == 0:
            return
        match node:
            case cst.Name(value=name):
                value = self._value(name)
                if value is not None:
                    yield from self._terms(value, positive, depth - 1)
            case cst.UnaryOperation(operator=cst.Minus(), expression=inner):
                yield from self._terms(inner, not positive, depth)
            case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
                yield from self._terms(left, positive, depth)
                yield from self._terms(right, positive, depth)
            case cst.BinaryOperation(left=left, operator=cst.Subtract(), right=right):
                yield from self._terms(left, positive, depth)
                yield from self._terms(right, not positive, depth)
            case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
                for factor, inner in ((left, right), (right, left)):
                    number = literal(factor)
                    if isinstance(number, (int, float)):
                        yield from self._terms(inner, positive == (number > 0), depth)
            case cst.BinaryOperation(left=left, operator=cst.Divide(), right=right):
                if self._is_overlap(left, right):
                    yield node, positive
            case cst.Call():
                yield from self._of_call(node, positive, depth)

    def _of_call(
        self, call: cst.Call, positive: bool, depth: int
    ) -> Iterator[tuple[cst.BaseExpression, bool]]:
        known = tensor_function(self.module.resolve(call.func))
        given = positional(call)
        if self.module.tf(call.func) in SIMILARITIES:
            yield call, positive
        elif known is not None and known.name in _MEANS and given:
            yield from self._terms(given[0].value, positive, depth)
        elif isinstance(call.func, cst.Name):
            other = self.module.function_defs.get(call.func.value)
            if other is not None and other is not self.function and self._is_handed_on(call):
                inner = Scores(self.module, other, depth - 1).counted_up()
                if inner is not None:
                    yield call, positive

    def _is_handed_on(self, call: cst.Call) -> bool:
        """Whether another function is given both, in the same order."""
        given = list(bind(call, ("y_true", "y_pred")).values())
        return len(given) >= 2 and [self._of(each, 3) for each in given[:2]] == [
            {self.targets},
            {self.predictions},
        ]

    def _is_overlap(self, counted: cst.BaseExpression, total: cst.BaseExpression) -> bool:
        """Whether a sum of products of targets and predictions is divided by a sum of either."""
        products = [each for each in self._sums(counted, _DEPTH) if self._is_product(each, _DEPTH)]
        totals = list(self._sums(total, _DEPTH))
        of_all = {name for each in totals for name in self._of(each, _DEPTH)}
        return bool(products) and bool(of_all) and self._is_plain(counted, _DEPTH)

    def _sums(self, node: cst.BaseExpression, depth: int) -> Iterator[cst.BaseExpression]:
        """What the sums of an expression are of, those behind its names as well."""
        if depth == 0:
            return
        found: Iterator[cst.Call | cst.Name] = walk_kinds(node, cst.Call, cst.Name)
        for inner in found:
            if isinstance(inner, cst.Name):
                value = self._value(inner.value)
                if value is not None:
                    yield from self._sums(value, depth - 1)
            else:
                known = tensor_function(self.module.resolve(inner.func))
                if known is not None and known.name in _SUMS and inner.args:
                    yield inner.args[0].value

    def _is_plain(self, node: cst.BaseExpression, depth: int) -> bool:
        """Whether it is one such sum, times and plus numbers."""
        if depth == 0:
            return False
        match node:
            case cst.Name(value=name):
                value = self._value(name)
                return value is None or self._is_plain(value, depth - 1)
            case cst.BinaryOperation(left=left, operator=cst.Add() | cst.Multiply(), right=right):
                return self._is_plain(left, depth) and self._is_plain(right, depth)
            case cst.Call():
                known = tensor_function(self.module.resolve(node.func))
                if known is not None and known.name in _SUMS and node.args:
                    return self._is_product(node.args[0].value, depth)
                return (self.module.keras(node.func) or "") == "backend.epsilon"
        return isinstance(literal(node), (int, float))

    def _is_product(self, node: cst.BaseExpression, depth: int) -> bool:
        """Whether it is the targets times the predictions, element by element."""
        if depth == 0:
            return False
        sides: tuple[cst.BaseExpression, ...] = ()
        match node:
            case cst.Name(value=name):
                value = self._value(name)
                return value is not None and self._is_product(value, depth - 1)
            case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
                sides = (left, right)
            case cst.Call(args=[first, *rest]):
                known = tensor_function(self.module.resolve(node.func))
                if known is not None and known.name in _MULTIPLIES and rest:
                    sides = (first.value, rest[0].value)
                elif known is not None and known.name in SAME_MEANING | {"abs"}:
                    return self._is_product(first.value, depth)
        found = [self._of(side, _DEPTH) for side in sides]
        return {self.targets} in found and {self.predictions} in found

    def _of(self, node: cst.BaseExpression, depth: int) -> set[str]:
        """Which of both an expression is made of, by functions that change little."""
        if depth == 0:
            return set()
        match node:
            case cst.Name(value=name):
                value = self._value(name)
                if value is not None:
                    return self._of(value, depth - 1)
                return {name} & {self.targets, self.predictions}
            case cst.Subscript(value=inner):
                return self._of(inner, depth)
            case cst.BinaryOperation(left=left, right=right):
                return self._of(left, depth) | self._of(right, depth)
            case cst.Call(args=[first, *_]):
                last = (self.module.resolve(node.func) or "").rpartition(".")[2]
                if last in SAME_MEANING | _SUMS | {"square", "abs"}:
                    return self._of(first.value, depth)
        return set()

    def _value(self, name: str) -> cst.BaseExpression | None:
        """What a local name is given, if once; a parameter may be given a new form of itself."""
        values = walk_same_function(self.function.body, cst.Assign)
        value = only_value(name, values)
        own = {self.targets, self.predictions}
        if value is not None and name in own:
            inside = {each.value for each in walk_kinds(value, cst.Name)} & own
            return None if inside <= {name} else value
        return value
