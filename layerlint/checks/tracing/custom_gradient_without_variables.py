"""LL314: a function with a gradient of its own reads a weight, and its gradient takes none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.methods import parameters_of
from layerlint.project.needs import AllOf
from layerlint.queries.called_functions import function_named
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method

NEEDS = AllOf("custom_gradient")


@check(LayerClass, needs=NEEDS)
def custom_gradient_without_variables(layer: LayerClass) -> Iterator[Finding]:
    """Report the inner function that TensorFlow wants to hand the variables to."""
    wrapped = set(_wrapped(layer))
    for method in layer.methods.values():
        for node in (*method.own_nodes(cst.FunctionDef), method.node):
            if not _decorated(node, method) and node not in wrapped:
                continue
            gradient = _gradient(node)
            if gradient is None or _takes_variables(gradient):
                continue
            read = _read(layer, method, node, gradient)
            if read is not None:
                yield Finding(gradient.name, fields={"weight": f"self.{read}"})


def _decorated(node: cst.FunctionDef, method: Method) -> bool:
    return any(method.module.tf(each.decorator) == "custom_gradient" for each in node.decorators)


def _wrapped(layer: LayerClass) -> Iterator[cst.FunctionDef]:
    """The functions that `tf.custom_gradient(…)` is called for: inner ones, and methods."""
    for method in layer.methods.values():
        for call in method.own_nodes(cst.Call):
            if len(call.args) == 1 and method.module.tf(call.func) == "custom_gradient":
                function = function_named(call.args[0].value, method.module)
                if function is not None:
                    yield function


def _gradient(node: cst.FunctionDef) -> cst.FunctionDef | None:
    """The function that is returned beside the result."""
    inner = {each.name.value: each for each in walk_kinds(node.body, cst.FunctionDef)}
    for each in walk_kinds(node.body, cst.Return):
        match each:
            case cst.Return(value=cst.Tuple(elements=[_, cst.Element(value=cst.Name(value=name))])):
                if name in inner:
                    return inner[name]
    return None


def _takes_variables(gradient: cst.FunctionDef) -> bool:
    return any(
        each.name == "variables" or each.kind == "varkw" for each in parameters_of(gradient.params)
    )


def _read(
    layer: LayerClass,
    method: Method,
    node: cst.FunctionDef,
    gradient: cst.FunctionDef,
    *,
    deeper: bool = True,
) -> str | None:
    """The weight, or the sublayer with weights, that the forward pass reads, also by a method."""
    backward = set(walk(gradient))
    own = method.self_name
    if not own and method.node is node:
        return None
    for each in walk(node.body):
        name = self_attribute(each, own) if each not in backward else None
        if name is None:
            continue
        weight = layer.weights.get(name)
        if weight is not None and weight.trainable:
            return name
        held = layer.sublayers.get(name)
        if held is not None and held.keras in WEIGHT_LAYERS:
            return name
        helper = layer.methods.get(name)
        if deeper and helper is not None and helper.node is not node and not helper.decorators:
            read = _read(layer, helper, helper.node, gradient, deeper=False)
            if read is not None:
                return read
    return None
