"""What of a loss is a score of two samples, of which more is better: an overlap, a similarity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from layerlint.facts.losses import SIMILARITIES
from layerlint.facts.operations import MEANS, SUMS
from layerlint.facts.tensors import SAME_MEANING
from layerlint.model.assignments import assigned, only_value
from layerlint.model.methods import names_taken
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, literal, positional
from layerlint.syntax.walk import names_below, walk_kinds

_DEPTH = 6
_MULTIPLIES = frozenset({"multiply"})

AnswerT = TypeVar("AnswerT")


class _Terms(NamedTuple):
    """The first score among the terms of a sum that is added, and the first that is subtracted."""

    added: cst.BaseExpression | None = None
    subtracted: cst.BaseExpression | None = None

    def then(self, others: _Terms) -> _Terms:
        return _Terms(self.added or others.added, self.subtracted or others.subtracted)

    def turned(self) -> _Terms:
        return _Terms(self.subtracted, self.added)


class _Summed(NamedTuple):
    """Whether sums are of products of targets and predictions, and whether any is of either."""

    products: bool = False
    samples: bool = False


class ScoresOfModule:
    """What is known of the functions of one module, each of which is read once."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self._known: dict[tuple[cst.CSTNode, int], cst.BaseExpression | None] = {}

    def counted_up(
        self, function: cst.FunctionDef, depth: int = _DEPTH
    ) -> cst.BaseExpression | None:
        """A score that the only `return` has as a term which is not subtracted."""
        key = (function, depth)
        if key not in self._known:
            self._known[key] = _Scores(self, function).counted_up(depth)
        return self._known[key]


@dataclass(slots=True, eq=False)
class _Scores:
    """A function of targets and predictions, and what of its result is a score."""

    scores: ScoresOfModule
    function: cst.FunctionDef
    module: Module = field(init=False)
    targets: str = field(init=False)
    predictions: str = field(init=False)
    known: dict[tuple[str, str, int], Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.module = self.scores.module
        self.targets, self.predictions = (*names_taken(self.function), "", "")[:2]

    def counted_up(self, depth: int) -> cst.BaseExpression | None:
        """A score that the only `return` has as a term which is not subtracted."""
        result = only_result(self.function)
        if result is None or not self.predictions:
            return None
        return self._terms(result, depth).added

    def _terms(self, node: cst.BaseExpression, depth: int) -> _Terms:
        """The scores among the terms of a sum."""
        if depth == 0:
            return _Terms()
        match node:
            case cst.Name(value=name):
                return self._of_value(self._terms, name, depth, _Terms())
            case cst.UnaryOperation(operator=cst.Minus(), expression=inner):
                return self._terms(inner, depth).turned()
            case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
                return self._terms(left, depth).then(self._terms(right, depth))
            case cst.BinaryOperation(left=left, operator=cst.Subtract(), right=right):
                return self._terms(left, depth).then(self._terms(right, depth).turned())
            case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
                for factor, inner in ((left, right), (right, left)):
                    number = literal(factor)
                    if isinstance(number, (int, float)):
                        terms = self._terms(inner, depth)
                        return terms if number > 0 else terms.turned()
            case cst.BinaryOperation(left=left, operator=cst.Divide(), right=right):
                return _Terms(node if self._is_overlap(left, right) else None)
            case cst.Call():
                return self._of_call(node, depth)
        return _Terms()

    def _of_call(self, call: cst.Call, depth: int) -> _Terms:
        given = positional(call)
        if self.module.tf(call.func) in SIMILARITIES:
            return _Terms(call)
        if self.module.operation(call) in SUMS | MEANS and given:
            return self._terms(given[0].value, depth)
        if isinstance(call.func, cst.Name):
            other = self.module.function_defs.get(call.func.value)
            if other is not None and other is not self.function and self._is_handed_on(call):
                counted_up = self.scores.counted_up(other, depth - 1) is not None
                return _Terms(call if counted_up else None)
        return _Terms()

    def _is_handed_on(self, call: cst.Call) -> bool:
        """Whether another function is given both, in the same order."""
        given = list(bind(call, ("y_true", "y_pred")).values())
        return len(given) >= 2 and [self._of(each, 3) for each in given[:2]] == [
            {self.targets},
            {self.predictions},
        ]

    def _is_overlap(self, counted: cst.BaseExpression, total: cst.BaseExpression) -> bool:
        """Whether a sum of products of targets and predictions is divided by a sum of either."""
        return (
            self._sums(counted, _DEPTH).products
            and self._sums(total, _DEPTH).samples
            and self._is_plain(counted, _DEPTH)
        )

    def _sums(self, node: cst.BaseExpression, depth: int) -> _Summed:
        """What the sums of an expression are of, those behind its names as well."""
        if depth == 0:
            return _Summed()
        summed = []
        for name in set(names_below(node)):
            summed.append(self._of_value(self._sums, name, depth, _Summed()))
        for call in walk_kinds(node, cst.Call):
            if self.module.operation(call) in SUMS and call.args:
                of = call.args[0].value
                summed.append(_Summed(self._is_product(of, _DEPTH), bool(self._of(of, _DEPTH))))
        return _Summed(any(each.products for each in summed), any(each.samples for each in summed))

    def _is_plain(self, node: cst.BaseExpression, depth: int) -> bool:
        """Whether it is one such sum, times and plus numbers."""
        if depth == 0:
            return False
        match node:
            case cst.Name(value=name):
                return self._of_value(self._is_plain, name, depth, True)
            case cst.BinaryOperation(left=left, operator=cst.Add() | cst.Multiply(), right=right):
                return self._is_plain(left, depth) and self._is_plain(right, depth)
            case cst.Call():
                if self.module.operation(node) in SUMS and node.args:
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
                return self._of_value(self._is_product, name, depth, False)
            case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
                sides = (left, right)
            case cst.Call(args=[first, *rest]):
                if self.module.operation(node) in _MULTIPLIES and rest:
                    sides = (first.value, rest[0].value)
                elif self.module.operation(node) in SAME_MEANING | {"abs"}:
                    return self._is_product(first.value, depth)
        found = [self._of(side, _DEPTH) for side in sides]
        return {self.targets} in found and {self.predictions} in found

    def _of(self, node: cst.BaseExpression, depth: int) -> set[str]:
        """Which of both an expression is made of, by functions that change little."""
        if depth == 0:
            return set()
        match node:
            case cst.Name(value=name):
                own = {name} & {self.targets, self.predictions}
                return self._of_value(self._of, name, depth, own)
            case cst.Subscript(value=inner):
                return self._of(inner, depth)
            case cst.BinaryOperation(left=left, right=right):
                return self._of(left, depth) | self._of(right, depth)
            case cst.Call(args=[first, *_]):
                last = (self.module.resolve(node.func) or "").rpartition(".")[2]
                if last in SAME_MEANING | SUMS | {"square", "abs"}:
                    return self._of(first.value, depth)
        return set()

    def _of_value(
        self,
        ask: Callable[[cst.BaseExpression, int], AnswerT],
        name: str,
        depth: int,
        otherwise: AnswerT,
    ) -> AnswerT:
        """The answer for what a name is given, asked once however often the name is read."""
        key = (ask.__name__, name, depth)
        if key not in self.known:
            value = self._value(name)
            self.known[key] = otherwise if value is None else ask(value, depth - 1)
        answer: AnswerT = self.known[key]
        return answer

    def _value(self, name: str) -> cst.BaseExpression | None:
        """What a local name is given, if once; a parameter may be given a new form of itself."""
        value = only_value(name, assigned(self.function.body, self.module))
        own = {self.targets, self.predictions}
        if value is not None and name in own:
            inside = {
                each.value
                for each in walk_kinds(value, cst.Name)
                if called_name(self.module.parent(each) or each) not in ("dtype", "shape")
            } & own
            return None if inside <= {name} else value
        return value
