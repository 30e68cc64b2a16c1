"""LL210: a weight is overwritten with a function of trained weights, which get no gradient."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.state._value_flow import ValueFlow, writes_of
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.interpret.effects import StateUpdate, SublayerCall, SuperCall
from layerlint.model.layer import LayerClass
from layerlint.queries.training_flag import shown


@check(LayerClass)
def assign_cuts_gradient(layer: LayerClass) -> Iterator[Finding]:
    """Report writes that are all that is done with the trained weights they are computed from."""
    flow = ValueFlow(layer)
    for effect in writes_of(layer):
        if effect.by_design == "one-time-init":
            continue
        sources = [name for name in sorted(effect.reads) if _only_written(name, effect, flow)]
        sources = [name for name in sources if _trained(layer, name, effect)]
        if not sources or not _computes_with(layer, effect, flow):
            continue
        place = shown(layer, effect)
        if place is None:
            continue
        yield Finding(
            place.node,
            fields={
                "path": place.path,
                "target": effect.target,
                "sources": " and ".join(f"`{name}`" for name in sources),
                "verb": "is" if len(sources) == 1 else "are",
            },
            trace=place.trace,
            module=place.module,
        )


def _trained(layer: LayerClass, name: str, effect: StateUpdate) -> bool:
    """Whether the attribute is a weight that only the optimizer moves."""
    weight = layer.weights.get(name)
    if weight is None or weight.trainable is not True or name == effect.attribute:
        return False
    return all(
        other.by_design == "one-time-init"
        for other in layer.forward.of(StateUpdate)
        if other.attribute == name
    )


def _only_written(name: str, effect: StateUpdate, flow: ValueFlow) -> bool:
    """Whether all that `call` does with the attribute is to write it, `effect` being one."""
    found = flow.of_attribute(name)
    return not found.escapes and effect.node in found.writes


def _computes_with(layer: LayerClass, effect: StateUpdate, flow: ValueFlow) -> bool:
    """Whether the output is computed with the weight that was written."""
    if "." in effect.target and any(
        other.attribute == effect.attribute for other in layer.forward.of(SublayerCall)
    ):
        return True
    inherited = effect.attribute not in layer.weights and bool(layer.forward.of(SuperCall))
    return inherited or flow.of_attribute(effect.attribute).escapes
