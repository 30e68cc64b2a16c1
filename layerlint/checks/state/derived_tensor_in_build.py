"""LL208: `call` uses a tensor that was computed from a weight once, before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._set_up_methods import run_before_call, set_up_only
from layerlint.checks.state._value_flow import ValueFlow
from layerlint.checks.state._weight_derivations import Derivation, derivations, inherits_weight
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.interpret.effects import SuperCall
from layerlint.model.layer import LayerClass
from layerlint.model.origins import place_of
from layerlint.queries.own_code import own_methods

if TYPE_CHECKING:
    from layerlint.model.attributes import Attribute, Binding


# An early value that is kept on purpose.
_KEPT = re.compile(
    r"init|orig|start|anchor|ref(erence)?(_|$)|prior|old|prev|frozen|target|snapshot|copy|backup"
)
_GRAPH = re.compile(
    r"tensorflow\.compat\.v1 as tf|disable_(eager_execution|v2_behavior|v2_tensorshape)"
    r"|\btf\.(Session|placeholder|get_variable)\b"
)


@check(LayerClass)
def derived_tensor_in_build(layer: LayerClass) -> Iterator[Finding]:
    """Report each attribute that is made of a trained weight in `__init__` or `build`."""
    before = layer.facts(run_before_call)
    owned = {method.node for method in own_methods(layer)}
    flow = ValueFlow(layer)
    for attribute in layer.attributes.values():
        if _KEPT.search(attribute.name.lower()) or not set_up_only(attribute, before):
            continue
        for binding in attribute.bindings:
            if binding.method is None or binding.method.node not in owned:
                continue
            found = _derivation(layer, binding)
            if found is None or _GRAPH.search(binding.method.module.text):
                continue
            if not _is_used(layer, attribute, flow) or _is_copy(found, flow):
                continue
            yield _finding(layer, binding, found)
            break


def _finding(layer: LayerClass, binding: Binding, found: Derivation) -> Finding:
    assert binding.method is not None
    rebound = binding.attribute == found.weight
    # The weights of built-in layers are properties on Keras 3, and setting one raises.
    inherited = rebound and binding.attribute not in layer.weights
    return Finding(
        binding.statement,
        "rebound" if rebound else "default",
        {"attribute": binding.attribute, "weight": found.weight, "method": binding.method.name},
        module=binding.method.module,
        generations=frozenset({2}) if inherited else None,
    )


def _is_used(layer: LayerClass, attribute: Attribute, flow: ValueFlow) -> bool:
    """Whether `call`, or what it inherits from a built-in layer, computes with the attribute."""
    built_in = layer.call is None or bool(layer.forward.of(SuperCall))
    if built_in and inherits_weight(layer, attribute.name):
        return True
    return flow.of_attribute(attribute.name).escapes


def _derivation(layer: LayerClass, binding: Binding) -> Derivation | None:
    if binding.value is None or binding.method is None:
        return None
    return next(derivations(binding.value, place_of(layer, binding.method)), None)


def _is_copy(found: Derivation, flow: ValueFlow) -> bool:
    """Whether it is a mere copy of a weight that `call` uses too, to compare it with, say."""
    return found.copied and any(True for _ in flow.reads(found.weight.partition(".")[0]))
