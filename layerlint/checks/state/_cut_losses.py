"""Losses of a module through which no gradient comes to what the model predicts."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.facts.gradients import FLOAT_CUTS, WHOLE_CUTS, gradient_function
from layerlint.findings import Finding
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, bind, is_name, literal
from layerlint.syntax.walk import children, walk_kinds, walk_same_function

_CUTS = FLOAT_CUTS | WHOLE_CUTS


def cut_losses(module: Module) -> Iterator[Finding]:
    """Report a function that `compile` is given as the loss, at what cuts its only way."""
    told: set[str] = set()
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(attr=cst.Name("compile")):
                loss = bind(call, ("optimizer", "loss")).get("loss")
                if not isinstance(loss, cst.Name) or loss.value in told:
                    continue
                function = module.function_defs.get(loss.value)
                cut = _Way(function, module).cut() if function is not None else None
                if cut is not None:
                    told.add(loss.value)
                    fields = {"cut": module.source(cut), "loss": loss.value}
                    yield Finding(cut, "loss", fields)


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
        parameters = parameters_of(function.params)
        self._predicted = parameters[1].name if len(parameters) > 1 else ""

    def cut(self) -> cst.CSTNode | None:
        """The first cut, where every way leads through one; None where a way stays."""
        returned = list(walk_same_function(self._function.body, cst.Return))
        if len(returned) != 1 or returned[0].value is None or not self._predicted:
            return None
        if self._is_open(returned[0].value):
            return None
        return self._cuts[0] if self._cuts else None

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
        values = [value for target, value in self._bindings if _mentions(target, name)]
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
        value = self._module.steady_value(node.value)
        if value is not None and literal(value) is not NOT_LITERAL:
            return True
        return (self._module.resolve(node) or "").partition(".")[0] in _LIBRARIES


_LIBRARIES = frozenset({"builtins", "keras", "math", "numpy", "tensorflow", "tf_keras"})


def _mentions(target: cst.CSTNode, name: str) -> bool:
    return any(is_name(part, name) for part in walk_kinds(target, cst.Name))
