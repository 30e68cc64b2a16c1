"""LL202: the optimizer moves a weight that is the layer's own state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_keyword, replace
from layerlint.interpret.effects import StateUpdate
from layerlint.interpret.values import DRAW, INPUT
from layerlint.interpret.worlds import TRAIN
from layerlint.model.layer import LayerClass
from layerlint.queries.own_code import own_weights, reached_by_call
from layerlint.queries.training_flag import shown
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, is_super_call, keyword, literal
from layerlint.syntax.walk import walk

if TYPE_CHECKING:
    from layerlint.model.weights import Weight

_STEPS = frozenset({"assign_add", "assign_sub"})
_POWER_ITERATION = re.compile(r"(^|_)u(_|$)")
_AVERAGES = frozenset({"assign", "moving_average_update"})
# What is written by design is meant to be trained all the same.
_TRAINED = frozenset({"one-time-init", "restored", "projection", "derived-state-refresh"})


@check(LayerClass)
def trainable_state_weight(layer: LayerClass) -> Iterator[Finding]:
    """Report the creation of each trainable weight that `call` writes as state."""
    if _is_frozen(layer):
        return
    for weight in _trainable(layer):
        written = [
            effect
            for effect in layer.forward.of(StateUpdate)
            if effect.attribute == weight.attribute and "." not in effect.target
        ]
        # One place that writes it otherwise, or in a way not followed, is enough for doubt.
        if not written or not all(_is_state(layer, effect) for effect in written):
            continue
        place = shown(layer, written[0])
        if place is None:
            continue
        yield Finding(
            weight.call,
            "default" if _takes_part(layer, weight, written) else "counter",
            {"target": weight.attribute, "path": place.path},
            fix=_fix(weight),
            trace=place.trace,
            module=weight.module,
            # On Keras 3 a `tf.Variable` is no weight at all, which is another rule's matter.
            generations=frozenset({2}) if weight.of_tensorflow else None,
        )


def _trainable(layer: LayerClass) -> Iterator[Weight]:
    """The weights that the class, or the base whose state it writes, creates trainable."""
    own = {weight.call for weight in own_weights(layer)}
    for weight in layer.weights.values():
        alone = [other for other in layer.all_weights if other.attribute == weight.attribute]
        if len(alone) == 1 and weight.trainable is True and weight.call in own:
            yield weight


def _is_state(layer: LayerClass, effect: StateUpdate) -> bool:
    """Whether the write follows the data, counts, or iterates over another weight."""
    if _iterates(layer, effect):
        return True
    if effect.by_design in _TRAINED or not effect.worlds & TRAIN:
        return False
    if effect.operation in _STEPS:
        number = literal(effect.value)
        return number is not NOT_LITERAL or bool(effect.reads & {INPUT, DRAW})
    follows = INPUT in effect.reads
    return follows and (effect.operation in _AVERAGES or effect.operation.startswith("scatter"))


def _iterates(layer: LayerClass, effect: StateUpdate) -> bool:
    """Whether it is the vector `u` of a power iteration, computed from the kernel."""
    if effect.operation != "assign" or not _POWER_ITERATION.search(effect.attribute):
        return False
    others = effect.reads - {effect.attribute}
    return any(name in layer.weights for name in others) and effect.by_design != "restored"


def _takes_part(layer: LayerClass, weight: Weight, written: list[StateUpdate]) -> bool:
    """Whether `call` also reads the floating weight where it does not write it."""
    source = weight.module.source(weight.call)
    if any(kind in source for kind in ("int32", "int64", "bool", "uint8")):
        return False
    inside = {node for effect in written for node in walk(effect.node)}
    running = reached_by_call(layer)
    return any(
        read.node not in inside and read.method.node in running
        for read in layer.attributes[weight.attribute].reads
    )


def _is_frozen(layer: LayerClass) -> bool:
    """Whether the constructor says that nothing of the layer is trained."""
    if any(literal(one.value) is False for one in layer.attributes["trainable"].bindings):
        return True
    constructor = layer.constructor
    for node in constructor.own_nodes(cst.Call) if constructor is not None else ():
        match node:
            case cst.Call(func=cst.Attribute(value=owner)) if is_super_call(owner):
                if literal(keyword(node, "trainable")) is False:
                    return True
    return False


def _fix(weight: Weight) -> Fix | None:
    module = weight.module
    if weight.how == "K.variable":
        return None  # its function has no such argument
    given = weight.arguments.get("trainable")
    if given is not None:
        edits = replace(module, given, "False")
    else:
        edits = add_keyword(module, weight.call, "trainable=False")
    return Fix("Create it with `trainable=False`", tuple(edits), "unsafe")
