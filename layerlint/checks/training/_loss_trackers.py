"""Trackers that a model names `loss` and lists among its metrics itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, literal, positional, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

_EVALUATES = ("evaluate", "validation_data", "validation_split", "val_loss")


def unfed_tracker(layer: LayerClass) -> tuple[cst.CSTNode, str] | None:
    """The step of evaluation that does not feed a tracker named `loss`, and the tracker.

    `metrics` lists it, and `train_step` alone feeds it. Keras's own `test_step` feeds a tracker of
    Keras's; the place is `metrics` where there is no other.
    """
    metrics, step = layer.methods.get("metrics"), layer.methods.get("train_step")
    if metrics is None or step is None or not metrics.is_property:
        return None
    test = layer.method("test_step")
    if layer.method("compute_metrics") is not None or layer.method("evaluate") is not None:
        return None
    if test is not None and (test.owner is not layer or _feeds_others(test)):
        return None
    if layer.method("call") is None and layer.constructor is not None:
        return None  # neither a functional model nor one that Keras can evaluate
    if test is None and not any(map(layer.module.says, _EVALUATES)):
        return None  # much is trained, as encoders are, that nobody means to evaluate
    for element in _listed(metrics):
        text = layer.module.source(element)
        if _is_loss_mean(element, metrics, layer) and _is_fed_in(step, text, layer):
            return (test or metrics).node.name, text
    return None


def _feeds_others(test: Method) -> bool:
    """Whether a step feeds metrics by another name, or lets the base do it."""
    return any(
        node.attr.value in ("update_state", "test_step", "compute_metrics", "train_step")
        and self_attribute(node.value, test.self_name) is None
        for node in test.own_nodes(cst.Attribute)
    ) or any(
        self_attribute(node, test.self_name) in ("compute_metrics", "compiled_metrics")
        for node in test.own_nodes(cst.Attribute)
    )


def _listed(metrics: Method) -> list[cst.BaseExpression]:
    """What the property returns as a list."""
    for node in metrics.own_nodes(cst.Return):
        if isinstance(node.value, cst.List):
            return [element.value for element in node.value.elements]
    return []


def _is_loss_mean(element: cst.BaseExpression, metrics: Method, layer: LayerClass) -> bool:
    """Whether it is bound to a metric of Keras that is called `loss`."""
    module = metrics.module
    attribute = self_attribute(element, metrics.self_name)
    if attribute is not None:
        known = layer.attributes.get(attribute)
        values = [binding.value for binding in known.bindings] if known is not None else []
        return len(values) == 1 and _makes_loss(values[0], module)
    if isinstance(element, cst.Name):
        return _makes_loss(module.steady_value(element.value), module)
    return False


def _makes_loss(value: cst.BaseExpression | None, module: Module) -> bool:
    if not isinstance(value, cst.Call) or module.keras(value.func) != "metrics.Mean":
        return False
    named = keyword(value, "name") or next(iter(positional(value)), None)
    return named is not None and bool(literal(named.value) == "loss")


def _is_fed_in(step: Method, tracker: str, layer: LayerClass) -> bool:
    """Whether the step, and nothing else of the class, updates the tracker."""
    feeding = {
        method.name
        for method in layer.effective_methods()
        for node in walk_kinds(method.node.body, cst.Call)
        if _updates(node, tracker, method)
    }
    return feeding == {step.name}


def _updates(call: cst.Call, tracker: str, method: Method) -> bool:
    match call.func:
        case cst.Attribute(value=owner, attr=cst.Name("update_state")):
            return method.module.source(owner) == tracker
        case cst.Name() | cst.Attribute():
            return method.module.source(call.func) == tracker and not is_name(call.func, "super")
    return False
