"""LL104: state is updated, or noise drawn, only when the layer is not training."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._noise import drawn, is_noise, meant_to_be_random
from layerlint.declaration import check
from layerlint.facts.modes import only_disturbs
from layerlint.findings import Finding
from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.rewrite import replace
from layerlint.interpret.effects import (
    AttributeEffect,
    Effect,
    RandomDraw,
    StateUpdate,
    SublayerCall,
)
from layerlint.interpret.worlds import TRAIN
from layerlint.model.layer import LayerClass
from layerlint.queries.training_flag import shown_once
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import innermost


@check(LayerClass)
def inverted_training_guard(layer: LayerClass) -> Iterator[Finding]:
    """Report writes and noise that INFER reaches and TRAIN does not."""
    inverted = [effect for effect in layer.forward.effects if _inverted(layer, effect)]
    for effect, place in shown_once(layer, inverted):
        yield Finding(
            place.node,
            _message(effect),
            {"path": place.path, **_fields(effect)},
            fix=_fix(effect, inverted),
            trace=place.trace,
            module=place.module,
        )


def _message(effect: Effect) -> str:
    if isinstance(effect, SublayerCall):
        return "sublayer" if _is_not_training(effect.training) else "idle"
    return "default" if isinstance(effect, StateUpdate) else "noise"


def _fields(effect: Effect) -> dict[str, str]:
    match effect:
        case RandomDraw():
            return {"function": drawn(effect)}
        case SublayerCall(target=target, sublayer=sublayer):
            return {"target": target, "kind": sublayer.label if sublayer is not None else ""}
        case AttributeEffect(target=target):
            return {"target": target}
    return {}


def _inverted(layer: LayerClass, effect: Effect) -> bool:
    if not effect.in_inference:
        return False
    if isinstance(effect, SublayerCall) and _is_not_training(effect.training):
        return _trains_in_inference(layer, effect)
    if effect.in_training or effect.opaque & TRAIN:
        return False
    match effect:
        case SublayerCall(sublayer=sublayer):
            return sublayer is not None and only_disturbs(sublayer.keras or "")
        case StateUpdate():
            meant = (
                effect.by_design or effect.design_hint or _has_its_own_in_training(layer, effect)
            )
            return not meant
        case RandomDraw():
            return is_noise(layer, effect)
    return False


def _has_its_own_in_training(layer: LayerClass, effect: StateUpdate) -> bool:
    """Whether training writes the same weight elsewhere: `reset() if training else count()`."""
    return any(
        other.target == effect.target and other.in_training
        for other in layer.forward.of(StateUpdate)
    )


def _trains_in_inference(layer: LayerClass, effect: SublayerCall) -> bool:
    """`self.drop(x, training=not training)`."""
    if effect.sublayer is None or not effect.sublayer.mode_dependent:
        return False
    if effect.method is None or effect.method.rebinds("training"):
        return False
    return _is_not_training(effect.training) and not meant_to_be_random(layer, effect)


def _is_not_training(node: cst.CSTNode | None) -> bool:
    match node:
        case cst.UnaryOperation(operator=cst.Not(), expression=flag):
            return is_name(flag, "training")
    return False


def _fix(effect: Effect, inverted: list[Effect]) -> Fix | None:
    """Turn `not training` round: in the call, and in the `if` that guards nothing else."""
    module = effect.module
    edits: list[Edit] = []
    if isinstance(effect, SublayerCall) and effect.training is not None:
        edits += replace(module, effect.training, "training")
    guard = innermost(effect.node, cst.If)
    if guard is not None and guard.orelse is None and _is_not_training(guard.test):
        statements = {module.statement(other.node) for other in inverted}
        if all(each in statements for each in guard.body.body):
            edits += replace(module, guard.test, "training")
    return Fix("Turn the guard round", tuple(edits), "unsafe") if edits else None
