"""LL157: a model reports a metric of its own that nothing feeds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AllOf, Text
from layerlint.queries.called_functions import calls_of
from layerlint.queries.local_bindings import attributes_in
from layerlint.syntax import cst
from layerlint.syntax.matching import is_method_of_super, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.attributes import Binding
    from layerlint.model.module import Module

_STEPS = ("train_step", "test_step")
# What says nothing of what a metric is fed: it is asked, emptied, or listed.
_ASKS = frozenset({"name", "reset_state", "reset_states", "result"})
# What feeds metrics that no name tells apart.
_FEEDS_ALL = ("compiled_metrics", "getattr", "setattr", "__dict__")


@check(LayerClass, needs=AllOf("train_step", "result", Text("metrics")))
def metric_never_fed(layer: LayerClass) -> Iterator[Finding]:
    """Report where the metric is made, if a step of the class reports its result."""
    if layer.kind != "model" or not layer.complete or layer.subclasses or _feeds_all(layer):
        return
    every = any(_reports_all(layer, step) for step in _STEPS)
    for name, attribute in layer.attributes.items():
        made = [binding for binding in attribute.bindings if not binding.container_index]
        if len(made) != 1 or len(attribute.bindings) != 1 or not _is_made_by_class(made[0], layer):
            continue
        uses = list(_uses(name, layer.module))
        if any(not _only_asks(node, layer.module) for node in uses):
            continue
        if every or any(_is_result(node, layer.module) for node in uses):
            yield Finding(made[0].value or made[0].node, fields={"metric": f"self.{name}"})


def _is_made_by_class(binding: Binding, layer: LayerClass) -> bool:
    return (
        binding.method is not None
        and binding.method.owner in layer.mro
        and binding.module is layer.module
        and binding.method.name == "__init__"
        and binding.module.makes(binding.value) == "metric"
    )


def _feeds_all(layer: LayerClass) -> bool:
    """Whether something feeds metrics without naming them, or a base does its own step."""
    if any(map(layer.module.says, _FEEDS_ALL)):
        return True
    for node in walk_kinds(layer.node, cst.Call):
        match node.func:
            case cst.Attribute(value=owner, attr=cst.Name("update_state")):
                if isinstance(owner, (cst.Name, cst.Subscript)):
                    return True
            case cst.Attribute(attr=cst.Name(value=name)) if name in _STEPS:
                if is_method_of_super(node):
                    return True
    return False


def _reports_all(layer: LayerClass, name: str) -> bool:
    """`{m.name: m.result() for m in self.metrics}` in a step of the class."""
    step = layer.methods.get(name)
    for node in walk_kinds(step.node, cst.DictComp) if step is not None else ():
        if self_attribute(node.for_in.iter) == "metrics" and node.for_in.inner_for_in is None:
            return not node.for_in.ifs
    return False


def _uses(name: str, module: Module) -> Iterator[cst.Attribute]:
    """Where the module says `self.<name>`, or `<name>` of anything, but for what it binds."""
    for node in module.facts(module.tree, attributes_in).get(name, ()):
        if not isinstance(module.parent(node), cst.AssignTarget):
            yield node


def _only_asks(node: cst.Attribute, module: Module) -> bool:
    around = module.parent(node)
    if isinstance(around, cst.Attribute):
        return around.attr.value in _ASKS
    function = module.function(node)
    return function is not None and function.name.value == "metrics"


def _is_result(node: cst.Attribute, module: Module) -> bool:
    around, function = module.parent(node), module.function(node)
    inside = function is not None and (
        function.name.value in _STEPS or _is_run_by_step(function, module)
    )
    return inside and isinstance(around, cst.Attribute) and around.attr.value == "result"


def _is_run_by_step(method: cst.FunctionDef, module: Module) -> bool:
    """Whether a step of a model calls a method: `return self.report()`."""
    for call in calls_of(method.name.value, module):
        step = module.function(call)
        if step is not None and step.name.value in _STEPS and self_attribute(call.func):
            return True
    return False
