"""Losses of a module through which no gradient comes to what the model predicts."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.facts.gradients import FLOAT_CUTS, WHOLE_CUTS, gradient_function
from layerlint.findings import Finding
from layerlint.model.methods import names_taken, parameters_of
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.layer_calls import given_to
from layerlint.queries.metric_functions import loss_functions
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, is_name, literal
from layerlint.syntax.walk import children, mentions, names_below, walk_kinds

_CUTS = FLOAT_CUTS | WHOLE_CUTS
_MEANT = frozenset({"stop_gradient"})
# So many names are followed to the terms of a sum.
_DEPTH = 2


def cut_losses(module: Module) -> Iterator[Finding]:
    """Report a loss at what cuts its only way, or the only way of one of its terms."""
    for function in dict.fromkeys(_losses(module)):
        cut = _Way(function, module).cut()
        term = _Way(function, module).dead_term() if cut is None else None
        if cut is not None:
            fields = {"cut": module.source(cut), "loss": _named(function, module)}
            yield Finding(cut, "loss", fields)
        elif term is not None:
            fields = {"cut": module.source(term), "loss": _named(function, module)}
            yield Finding(term, "term", fields)


def _losses(module: Module) -> Iterator[cst.FunctionDef]:
    """The functions that `compile` is given as the loss, and the `call` of loss classes."""
    yield from loss_functions(module)
    for found in keras_objects(module):
        method = found.methods.get("call")
        if found.kind == "loss" and method is not None and not method.decorators:
            yield method.node


def _named(function: cst.FunctionDef, module: Module) -> str:
    owner = module.class_around(function)
    name = function.name.value
    return name if owner is None else f"{owner.name.value}.{name}"


class _Way:
    """The ways from the second parameter of a function to what it returns."""

    def __init__(self, function: cst.FunctionDef, module: Module) -> None:
        self._function = function
        self._module = module
        self._cuts: list[cst.CSTNode] = []
        self._asked: set[str] = set()
        body = function.body
        self._bindings: list[tuple[cst.CSTNode, cst.BaseExpression]] = [
            *((node.target, node.value) for node in walk_kinds(body, cst.AugAssign)),
            *(
                (target.target, node.value)
                for node in walk_kinds(body, cst.Assign)
                for target in node.targets
            ),
        ]
        self._predicted = (*names_taken(function), "", "")[1]

    def cut(self) -> cst.CSTNode | None:
        """The first cut, where every way leads through one; None where a way stays."""
        result = only_result(self._function)
        if result is None or not self._predicted or self._is_open(result):
            return None
        return self._cuts[0] if self._cuts else None

    def dead_term(self) -> cst.CSTNode | None:
        """What cuts the only way of a term that is added to others; None where all terms live.

        A gradient that is stopped is stopped on purpose, beside others that are not.
        """
        result = only_result(self._function)
        if result is None or not self._predicted:
            return None
        terms = list(self._terms(result, _DEPTH))
        if not any(self._is_open(term) and self._reaches(term) for term in terms):
            return None
        for term in terms:
            self._cuts.clear()
            if not self._is_open(term) and self._cuts and not self._is_meant(term):
                return self._cuts[0]
        return None

    def _is_meant(self, term: cst.BaseExpression) -> bool:
        return any(
            gradient_function(self._module.resolve(each.func)) in _MEANT
            for each in walk_kinds(term, cst.Call)
        )

    def _reaches(self, node: cst.CSTNode, depth: int = _DEPTH) -> bool:
        """Whether an expression mentions the predictions, or a name that is made of them."""
        names = set(names_below(node))
        return self._predicted in names or (
            depth > 0
            and any(
                self._reaches(value, depth - 1)
                for target, value in self._bindings
                if isinstance(target, cst.Name) and target.value in names
            )
        )

    def _terms(self, node: cst.BaseExpression, depth: int) -> Iterator[cst.BaseExpression]:
        match node:
            case cst.BinaryOperation(left=left, operator=cst.Add() | cst.Subtract(), right=right):
                yield from self._terms(left, depth)
                yield from self._terms(right, depth)
            case cst.Name(value=name) if depth > 0:
                bound = [value for target, value in self._bindings if is_name(target, name)]
                if len(bound) == 1 and name != self._predicted:
                    yield from self._terms(bound[0], depth - 1)
                else:
                    yield node
            case _:
                yield node

    def _is_open(self, node: cst.CSTNode) -> bool:
        """Whether a gradient may come through an expression to the predictions."""
        match node:
            case cst.Name():
                return self._named(node)
            case cst.Comparison():
                return self._closed(node)
            case cst.Call(func=function):
                if gradient_function(self._module.resolve(function)) in _CUTS:
                    return self._closed(node)
                return self._any(node)
            case cst.Lambda() | cst.ListComp() | cst.GeneratorExp():
                return True
        return self._any(node)

    def _any(self, node: cst.CSTNode) -> bool:
        parts = [child for child in children(node) if not isinstance(child, cst.AssignTarget)]
        if isinstance(node, cst.Attribute):
            return self._is_open(node.value)
        if isinstance(node, cst.Arg):
            return self._is_open(node.value)
        return any(self._is_open(child) for child in parts)

    def _closed(self, node: cst.CSTNode) -> bool:
        """A cut, if predictions come to it at all."""
        held = len(self._cuts)
        if self._any(node) and len(self._cuts) == held:
            self._cuts.append(node)
        return False

    def _named(self, node: cst.Name) -> bool:
        name = node.value
        if name in self._asked:
            return name == self._predicted
        values = [value for target, value in self._bindings if mentions(target, name)]
        if name != self._predicted and not values:
            return not self._is_apart(node)
        self._asked.add(name)
        found = any(self._is_open(value) for value in values)
        self._asked.discard(name)
        return found or (name == self._predicted and not values)

    def _is_apart(self, node: cst.Name) -> bool:
        """Whether a name stands for nothing of the model: a library, a number, `y_true`."""
        if any(each.name == node.value for each in parameters_of(self._function.params)):
            return True
        maker = self._module.scope_of(node, node.value)
        if isinstance(maker, cst.FunctionDef) and maker is not self._function:
            return self._is_setting(node.value, maker)
        value = self._module.steady_value(node.value)
        if value is not None and literal(value) is not NOT_LITERAL:
            return True
        return (self._module.resolve(node) or "").partition(".")[0] in _LIBRARIES

    def _is_setting(self, name: str, maker: cst.FunctionDef) -> bool:
        """Whether the function is made with a number by that name, as far as that can be seen."""
        for each in parameters_of(maker.params):
            if each.name == name:
                given = [*given_to(name, maker, self._module), each.default]
                values = [value for value in given if value is not None]
                return bool(values) and all(literal(v) is not NOT_LITERAL for v in values)
        return False


_LIBRARIES = frozenset({"builtins", "keras", "math", "numpy", "tensorflow", "tf_keras"})
