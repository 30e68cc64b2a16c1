"""LL121: a step returns only `loss`, the name of the tracker that Keras reports instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeGuard

from layerlint.checks.training._step_results import entries
from layerlint.declaration import check
from layerlint.facts.members import LOSS_TRACKERS
from layerlint.findings import Finding
from layerlint.model.constructor import base_calls
from layerlint.model.layer import LayerClass
from layerlint.model.origins import place_of
from layerlint.project.raw_text import CODE
from layerlint.queries.application import anywhere
from layerlint.queries.own_code import own_method
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    bind,
    is_name,
    is_super_call,
    literal,
    positional,
    self_attribute,
)
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module
    from layerlint.model.origins import Place

_EVALUATES = ("evaluate", "validation_data", "validation_split", "val_loss")
_BOTH = frozenset({2, 3})


@check(LayerClass)
def train_step_loss_only_dict(layer: LayerClass) -> Iterator[Finding]:
    """Report `return {"loss": ...}` in the steps of a model that owns no metric."""
    if layer.kind != "model" or not layer.complete:
        return
    unfed = _unfed_tracker(layer)
    if unfed is not None:
        place, tracker, name = unfed
        message = "shadowed" if name == "loss" else "unfed"
        fields = {"tracker": tracker, "layer": layer.name, "name": name}
        yield Finding(place, message, fields, generations=_BOTH)
    if _tracks(layer):
        return
    for name in ("train_step", "test_step"):
        step = own_method(layer, name)
        if step is None or any(_is_step_of_base(node, name) for node in step.own_nodes()):
            continue
        for node in step.own_nodes(cst.Return):
            fields = {"method": f"{layer.name}.{name}"}
            if _is_loss_only(node.value, place_of(layer, step)):
                yield Finding(node.value or node, fields=fields, module=step.module)
            elif _is_batch_values(node.value, place_of(layer, step)) and not _is_run_by_hand(
                layer, name
            ):
                found = node.value or node
                yield Finding(found, "batch", fields, module=step.module, generations=_BOTH)


def _is_step_of_base(node: cst.CSTNode, name: str) -> bool:
    """Whether it is `super().train_step(...)`, which updates the tracker."""
    match node:
        case cst.Call(func=cst.Attribute(value=base, attr=cst.Name(value=called))):
            return called == name and is_super_call(base)
    return False


def _is_run_by_hand(layer: LayerClass, step: str) -> bool:
    """Whether a loop of the project runs such a step itself, and may average what it gives."""
    return anywhere(layer.module, {f".{step}(": CODE + rf"(?<!\))\.{step}\("})


def _is_loss_only(value: cst.BaseExpression | None, place: Place) -> bool:
    return [key for key, _ in entries(value, place) or ()] == ["loss"]


def _is_batch_values(value: cst.BaseExpression | None, place: Place) -> bool:
    """Whether the loss of the batch, and other values of it, are what is returned."""
    found = entries(value, place) or []
    return (
        len(found) > 1
        and "loss" in [key for key, _ in found]
        and all(
            isinstance(each, cst.Name)
            or (isinstance(each, cst.Call) and place.module.tensor_function(each.func) is not None)
            for _, each in found
        )
    )


def _tracks(layer: LayerClass) -> bool:
    """Whether the class, or a base of it, owns a metric, feeds one or says what its metrics are."""
    if layer.method("metrics") is not None or layer.method("compile") is not None:
        return True
    for attribute in layer.attributes.values():
        for binding in attribute.bindings:
            if binding.module.makes(binding.value) == "metric":
                return True
    return any(
        node.attr.value in LOSS_TRACKERS or node.attr.value == "assign_add"
        for base in layer.mro
        for method in base.methods.values()
        for node in method.own_nodes(cst.Attribute)
    )


def _unfed_tracker(layer: LayerClass) -> tuple[cst.CSTNode, str, str] | None:
    """The step of evaluation that does not feed a metric of the model, the metric and its name.

    `train_step` alone feeds it. Keras's own `test_step` feeds what is given to `compile`; the
    place is `metrics`, or `train_step`, where there is no other.
    """
    metrics, step = layer.method("metrics"), layer.methods.get("train_step")
    if step is None or (metrics is not None and not _is_own_property(metrics, layer)):
        return None
    test = layer.method("test_step")
    if layer.method("compute_metrics") is not None or layer.method("evaluate") is not None:
        return None
    if test is not None and (test.owner is not layer or _feeds_others(test)):
        return None
    if layer.method("call") is None and not _may_be_functional(layer):
        return None  # one that Keras cannot evaluate
    if test is None and not any(map(layer.module.says, _EVALUATES)):
        return None  # much is trained, as encoders are, that nobody means to evaluate
    if test is None and not _serves_keras(layer, step):
        return None  # it raises instead
    for text, made in _own(layer) if metrics is None else _listed(metrics, layer):
        name = _name(made)
        wanted = name == "loss" or layer.module.says(f"val_{name}") or _compares(text, step)
        if name and wanted and _is_fed_in(step, text, layer) and not _compiled(layer, text):
            return (test or metrics or step).node.name, text, name
    return None


def _is_own_property(metrics: Method, layer: LayerClass) -> bool:
    return metrics.owner is layer and metrics.is_property


def _serves_keras(layer: LayerClass, step: Method) -> bool:
    """Whether Keras's own `test_step` can do what the step of training does with the model.

    It calls the model with one argument, and `compute_loss` with names.
    """
    loss = layer.method("compute_loss")
    if loss is not None and loss.varkw is None and loss.parameter("y_pred") is None:
        return False
    calls = [
        node for node in walk_kinds(step.node.body, cst.Call) if is_name(node.func, step.self_name)
    ]
    return all(
        len(positional(call)) == 1 and isinstance(positional(call)[0].value, cst.Name)
        for call in calls
    )


def _may_be_functional(layer: LayerClass) -> bool:
    """Whether its constructor is Keras's, or hands on all that it is given: inputs and outputs."""
    constructor = layer.constructor
    return constructor is None or any(
        each.star == "*" and is_name(each.value, constructor.varargs or "")
        for call in base_calls(constructor)
        for each in call.args
    )


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


def _own(layer: LayerClass) -> Iterator[tuple[str, cst.Call]]:
    """The metrics that are attributes, which Keras lists by itself."""
    for name, attribute in layer.attributes.items():
        values = [binding.value for binding in attribute.bindings]
        if len(values) == 1 and _is_metric(values[0], layer.module):
            yield f"self.{name}", values[0]


def _listed(metrics: Method, layer: LayerClass) -> Iterator[tuple[str, cst.Call]]:
    """What the property returns as a list, each with the call that makes it."""
    own = dict(_own(layer))
    for node in metrics.own_nodes(cst.Return):
        for element in node.value.elements if isinstance(node.value, cst.List) else ():
            text = metrics.module.source(element.value)
            made = own.get(text)
            if made is None and isinstance(element.value, cst.Name):
                steady = metrics.module.steady_value(text)
                made = steady if _is_metric(steady, metrics.module) else None
            if made is not None:
                yield text, made


def _is_metric(value: cst.BaseExpression | None, module: Module) -> TypeGuard[cst.Call]:
    return module.makes(value) == "metric"


def _name(made: cst.Call) -> str:
    """What a metric is called, `""` where that is not seen."""
    told = literal(bind(made, ("name",)).get("name"))
    return told if isinstance(told, str) else ""


def _compares(metric: str, step: Method) -> bool:
    """Whether a step gives a metric targets and predictions."""
    return any(
        len(node.args) > 1 and _updates(node, metric, step)
        for node in walk_kinds(step.node.body, cst.Call)
    )


def _is_fed_in(step: Method, tracker: str, layer: LayerClass) -> bool:
    """Whether the step, and nothing else of the class, updates the tracker."""
    feeding = {
        method.name
        for method in layer.effective_methods()
        for node in walk_kinds(method.node.body, cst.Call)
        if _updates(node, tracker, method)
    }
    return feeding == {step.name}


def _compiled(layer: LayerClass, tracker: str) -> bool:
    """Whether the class's own `compile` may hand a metric to Keras, which then feeds it."""
    method = layer.method("compile")
    return method is not None and tracker in method.module.source(method.node.body)


def _updates(call: cst.Call, tracker: str, method: Method) -> bool:
    match call.func:
        case cst.Attribute(value=owner, attr=cst.Name("update_state")):
            return method.module.source(owner) == tracker
        case cst.Name() | cst.Attribute():
            return method.module.source(call.func) == tracker and not is_name(call.func, "super")
    return False
