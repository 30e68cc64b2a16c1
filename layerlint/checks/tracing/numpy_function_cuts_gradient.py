"""LL306: `tf.numpy_function` stands between trained weights and the output."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.operations import NUMPY_FUNCTIONS
from layerlint.facts.tensors import KERNEL_LAYERS
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.queries.called_functions import calls_of, function_named
from layerlint.queries.functional_scope import INPUTS
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import nodes_of, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, self_attribute
from layerlint.syntax.walk import innermost, walk_kinds

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import EnteredFunction

_FLOATS = frozenset({"float16", "bfloat16", "float32", "float64"})
_STOPS = frozenset({"stop_gradient", "argmax", "argmin", "custom_gradient"})


@check(LayerClass)
def numpy_function_cuts_gradient(layer: LayerClass) -> Iterator[Finding]:
    """Report calls in front of which something is trained, and whose float result goes on."""
    for function in traced(layer):
        module = function.module
        for node in nodes_of(function, cst.Call):
            bound = bind(node, ("func", "inp", "Tout"))
            if "inp" not in bound or not _is_float(bound.get("Tout")):
                continue
            if not _cuts(module.tf(node.func), bound.get("func"), function):
                continue
            fact = layer.values.of(bound["inp"])
            parts = fact.items or ((fact.item,) if fact.item is not None else ())
            trained = next((part.trained for part in parts if part.trained), None)
            before = trained is not None or (
                _is_trained(layer)
                and any(part.may_be_tensor for part in parts)
                and not layer.facts(_comes_first)
            )
            if before and not _stopped(function) and _goes_on(node, function):
                message = "default" if trained is not None else "input"
                fields = {"function": module.source(node.func), "trained": f"self.{trained}"}
                yield Finding(node, message, fields, module=module)


def _cuts(name: str | None, called: cst.BaseExpression | None, function: EnteredFunction) -> bool:
    """Whether no gradient passes: always with NumPy, else where the function leaves TensorFlow."""
    if name in NUMPY_FUNCTIONS:
        return True
    if name != "py_function" or called is None:
        return False
    body = _body(called, function)
    return body is not None and any(
        (node.attr.value == "numpy" or is_name(node.value, "np"))
        for node in walk_kinds(body, cst.Attribute)
    )


def _body(called: cst.BaseExpression, function: EnteredFunction) -> cst.CSTNode | None:
    """The code of the function that is handed over, where it is known."""
    if isinstance(called, cst.Lambda):
        return called.body
    method = function.method
    if method is not None and (name := self_attribute(called, method.self_name)) is not None:
        own = method.owner.method(name)
        return own.node.body if own is not None else None
    found = function_named(called, function.module) if isinstance(called, cst.Name) else None
    return found.body if found is not None else None


def _is_trained(layer: LayerClass) -> bool:
    """Whether the layer is one that learns, not one that prepares data."""
    return any(weight.trainable for weight in layer.all_weights) or any(
        sublayer.keras in KERNEL_LAYERS for sublayer in layer.all_sublayers
    )


def _comes_first(layer: LayerClass) -> bool:
    """Whether its module gives each that it makes the inputs of a model: nothing is in front."""
    module = layer.module
    given = []
    for made in calls_of(layer.name, module):
        run = module.parent(made)
        if isinstance(run, cst.Call) and run.func is made and len(run.args) == 1:
            first = run.args[0].value
            given.append(value_at(first, first, module) if isinstance(first, cst.Name) else first)
        else:
            return False
    return bool(given) and all(
        isinstance(each, cst.Call) and module.keras(each.func) in INPUTS for each in given
    )


def _is_float(dtype: cst.BaseExpression | None) -> bool:
    if dtype is None:
        return False
    return any(node.attr.value in _FLOATS for node in walk_kinds(dtype, cst.Attribute))


def _stopped(function: EnteredFunction) -> bool:
    """Whether the function says itself that it wants no gradient, or which one."""
    return any(node.attr.value in _STOPS for node in walk_kinds(function.node, cst.Attribute))


def _goes_on(call: cst.Call, function: EnteredFunction) -> bool:
    """Whether the result is used: returned, or given a name that is read."""
    statement = innermost(call, cst.BaseSmallStatement)
    if not isinstance(statement, cst.Assign):
        return isinstance(statement, cst.Return)
    names = [target.target for target in statement.targets]
    return any(
        isinstance(node, cst.Name)
        and node not in names
        and any(isinstance(name, cst.Name) and is_name(node, name.value) for name in names)
        for node in nodes_of(function)
    )
