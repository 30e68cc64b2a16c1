"""Losses, metrics and the like that ask for the values of what Keras passes."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.tracing._numpy_counterparts import counterpart
from layerlint.facts.numpy import WITHOUT_VALUES
from layerlint.findings import Finding
from layerlint.model.assignments import assigned
from layerlint.model.methods import Method, parameters_of
from layerlint.model.module import Module
from layerlint.queries.called_functions import calls_of
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.metric_functions import compared_functions, compared_names
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import names_assigned_to
from layerlint.syntax.walk import is_behind, walk_kinds, walk_same_function

# What runs a function on values: a model that is not traced, or TensorFlow's call of Python.
EAGER = ("run_eagerly", "run_functions_eagerly", "py_function", "numpy_function", "py_func")
# What `fit` runs of an object in its graph.
_TRACED = {
    **dict.fromkeys(("constraint", "regularizer", "schedule"), "__call__"),
    "loss": "call",
    "metric": "update_state",
}
_NO_TENSORS = frozenset({"python", "static-shape"})


def converted_in_losses(module: Module, packages: tuple[str, ...]) -> Iterator[Finding]:
    """Report the first conversion in each function that `compile` is given in the module.

    And in methods of objects that the module makes, where `fit` alone runs them.
    """
    if any(map(module.says, EAGER)):
        return
    told: set[cst.CSTNode] = set()
    for function, path in _functions(module):
        if function in told or function.decorators:
            continue
        told.add(function)
        finding = next(_conversions(function, path, module, packages), None)
        if finding is not None:
            yield finding


def _functions(module: Module) -> Iterator[tuple[cst.FunctionDef, str]]:
    for function in compared_functions(module):
        yield function, function.name.value
    for method in traced_methods(module):
        yield method.node, f"{method.owner.name}.{method.name}"


def traced_methods(module: Module) -> Iterator[Method]:
    """What `fit`, and no loop of the module, runs of objects that are made in the module."""
    if module.says("GradientTape") or not calls_of("compile", module):
        return
    for found in keras_objects(module):
        method = found.methods.get(_TRACED.get(found.kind, ""))
        if method is not None and method.module is module and calls_of(found.name, module):
            yield method


def _conversions(
    function: cst.FunctionDef, path: str, module: Module, packages: tuple[str, ...]
) -> Iterator[Finding]:
    tensors = _Tensors(function, module)
    for call in walk_same_function(function.body, cst.Call):
        match call.func:
            case cst.Attribute(value=owner, attr=cst.Name("numpy")) if not call.args:
                if tensors.holds(owner):
                    fields = {"path": path, "tensor": module.source(owner), "function": "numpy"}
                    yield Finding(call, "method", fields)
        name = module.resolve(call.func) or ""
        if not name.startswith(("numpy.", *packages)) or name.startswith("numpy.random."):
            continue
        if name.rpartition(".")[2] in WITHOUT_VALUES:
            continue
        given = next((item.value for item in call.args if tensors.holds(item.value)), None)
        if given is not None:
            source = module.source(call.func)
            fields = {"path": path, "tensor": module.source(given), "function": source}
            fix = counterpart(call, name, module) if name.startswith("numpy.") else None
            yield Finding(call, "numpy", fields, fix=fix)


class _Tensors:
    """What in a function is certainly a tensor: what Keras passes, and what is computed of it."""

    def __init__(self, function: cst.FunctionDef, module: Module) -> None:
        self._function = function
        self._module = module
        parameters = parameters_of(function.params)
        self._passed = {each.name for each in parameters if each.default is None} - {"self"}
        self._names = set(compared_names(function, module))
        rebound = {name for name in self._passed if name not in self._names}
        for name, given in assigned(function.body, module).items():
            if name not in rebound and all(self._is_made(each.value) for each in given):
                self._names.add(name)

    def holds(self, node: cst.BaseExpression) -> bool:
        """Whether an expression is such a tensor."""
        if not isinstance(node, cst.Name) or node.value in self._names:
            return self._is_made(node)
        last = value_at(node, node, self._module)
        if last is not None:
            return self._is_made(last)
        return node.value in self._passed and not any(
            is_behind(node, each) for each in self._bindings(node.value)
        )

    def _is_made(self, node: cst.BaseExpression) -> bool:
        match node:
            case cst.Name(value=name):
                return name in self._names
            case cst.BinaryOperation(left=left, right=right):
                return self._is_made(left) or self._is_made(right)
            case cst.Call(func=function):
                known = self._module.tensor_function(function)
                return known is not None and known.role not in _NO_TENSORS
        return False

    def _bindings(self, name: str) -> Iterator[cst.CSTNode]:
        for node in walk_kinds(self._function.body, cst.Assign, cst.AugAssign, cst.For):
            if name in names_assigned_to(node):
                yield node
