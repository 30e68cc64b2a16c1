"""LL223: nothing that a loss says of the output comes back to a trained weight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._cut_losses import cut_losses
from layerlint.checks.state._cut_models import cut_models, place
from layerlint.checks.state._flow import Cut
from layerlint.checks.state._gradient_flow import GradientFlow
from layerlint.checks.state._outside_reads import is_read_from_outside
from layerlint.declaration import check
from layerlint.facts.gradients import FLOAT_CUTS, WHOLE_CUTS
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Text, Word
from layerlint.queries.fixtures import is_fixture
from layerlint.queries.keras_objects import HAS_OBJECTS
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name

if TYPE_CHECKING:
    from layerlint.model.sublayers import Sublayer

NEEDS = AnyOf(*map(Word, sorted(FLOAT_CUTS | WHOLE_CUTS | {"cast"})), Text(">"), Text("<"))

# Where weights are made and described, not used.
_SET_UP = frozenset(
    {"__init__", "build", "get_config", "from_config", "compute_output_shape", "compute_mask"}
    | {"compute_output_spec", "get_build_config", "build_from_config", "summary"}
)
# What is held on purpose, and says so by its name.
_HELD = re.compile(r"target|teacher|ema|frozen|fixed|detach|stop_?grad|no_?grad|momentum", re.I)


@check(LayerClass, Module, needs=AllOf(NEEDS, AnyOf(HoldsLayer(), Members("compile"), HAS_OBJECTS)))
def gradient_cut(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report what cuts the only way from the output, or a loss, to a weight that is trained."""
    if isinstance(subject, Module):
        yield from cut_losses(subject)
        for cut, trained in cut_models(subject):
            yield Finding(cut.node, "model", {"cut": _spelled(cut), "trained": trained})
    else:
        yield from _in_layer(subject)


def _in_layer(layer: LayerClass) -> Iterator[Finding]:
    method = layer.methods.get("call")
    if method is None or method.is_static or not layer.complete or is_fixture(layer):
        return
    trained = frozenset(_trained(layer))
    if not trained:
        return
    flow = GradientFlow(layer, trained).run(method)
    alive = flow.returned.live | flow.escaped
    shown: set[int] = set()
    for cut in sorted(flow.returned.cut, key=place):
        if cut.attribute in alive or not cut.usable or id(cut.node) in shown:
            continue
        if _is_used_elsewhere(layer, cut.attribute, flow.reached) or _is_meant(layer, cut):
            continue
        shown.add(id(cut.node))
        fields = {"cut": _spelled(cut), "trained": f"self.{cut.attribute}"}
        yield Finding(cut.node, fields=fields, module=cut.module)


def _trained(layer: LayerClass) -> Iterator[str]:
    for weight in layer.all_weights:
        if weight.trainable and not _is_whole(weight.arguments.get("dtype")):
            yield weight.attribute
    for sublayer in layer.all_sublayers:
        if _learns(sublayer, ()):
            yield sublayer.attribute


def _is_whole(dtype: cst.BaseExpression | None) -> bool:
    """Whether it is a counter of its own dtype."""
    return dtype is not None


def _learns(sublayer: Sublayer, seen: tuple[object, ...]) -> bool:
    """Whether a sublayer certainly has weights that are trained."""
    if is_name(sublayer.arguments.get("trainable"), "False"):
        return False
    if sublayer.keras == "Sequential":
        return any(_learns(part, seen) for part in sublayer.parts)
    if sublayer.keras is not None:
        return sublayer.keras in WEIGHT_LAYERS
    held = sublayer.layer
    if held is None or held in seen:
        return False
    return any(weight.trainable for weight in held.all_weights) or any(
        _learns(inner, (*seen, held)) for inner in held.all_sublayers
    )


def _is_used_elsewhere(layer: LayerClass, name: str, reached: set[str]) -> bool:
    """Whether another method may train it, or another class, or somebody freezes it."""
    attribute = layer.attributes.get(name)
    if attribute is None or is_read_from_outside(layer, name):
        return True
    known = reached | _SET_UP
    if any(read.method.name not in known for read in attribute.reads):
        return True
    return any(
        isinstance(target.target, cst.Attribute)
        and target.target.attr.value in ("trainable", "losses")
        for base in layer.mro
        for method in base.methods.values()
        for node in method.own_nodes()
        if isinstance(node, cst.Assign)
        for target in node.targets
    )


def _is_meant(layer: LayerClass, cut: Cut) -> bool:
    """Whether names say that the gradient is not wanted."""
    return bool(_HELD.search(cut.attribute) or _HELD.search(layer.name))


def _spelled(cut: Cut) -> str:
    match cut.node:
        case cst.Call(func=function):
            return cut.module.source(function)
    return short(cut.module, cut.node)
