"""LL115: `self.trainable` stands where the training mode is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.checks.training._noise import drawn
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.interpret.worlds import INFER
from layerlint.model.calls import self_attribute
from layerlint.model.layer import LayerClass
from layerlint.queries.training_flag import defect, flag_edits, shown_once

if TYPE_CHECKING:
    from layerlint.interpret.effects import Effect


@check(LayerClass)
def trainable_used_as_training(layer: LayerClass) -> Iterator[Finding]:
    """Report what only `self.trainable` keeps from running in inference, which it does not."""
    mistaken = {effect: found for effect in layer.forward.effects if (found := _asked(effect))}
    for effect, place in shown_once(layer, mistaken):
        message, asked = mistaken[effect]
        yield Finding(
            place.node,
            message,
            {
                "target": effect.target,
                "attribute": f"self.{effect.target}",
                "function": drawn(effect),
            },
            fix=_fix(layer, effect, asked),
            trace=place.trace,
            module=place.module,
            defect=defect(layer, effect),
        )


def _asked(effect: Effect) -> tuple[str, cst.CSTNode] | None:
    """The message for an effect, and the `self.trainable` that lets it run in inference."""
    if effect.kind == "sublayer-call":
        given = effect.training
        mistaken = given is not None and self_attribute(given) == "trainable"
        runs = bool(effect.worlds & INFER)
        differs = effect.sublayer is None or effect.sublayer.mode_dependent is not False
        return ("argument", given) if given and mistaken and runs and differs else None
    if effect.kind not in ("state-update", "random"):
        return None
    if not effect.in_inference or not effect.in_training or effect.by_design is not None:
        return None
    for guard in effect.guards:
        found = next(_operands(guard.test), None) if guard.taken else None
        if found is not None:
            return "state" if effect.kind == "state-update" else "random", found
    return None


def _operands(test: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """The places of a test, or of what is joined in it by `and`, that are `self.trainable`."""
    if self_attribute(test) == "trainable":
        yield test
    elif isinstance(test, cst.BooleanOperation) and isinstance(test.operator, cst.And):
        yield from _operands(test.left)
        yield from _operands(test.right)


def _fix(layer: LayerClass, effect: Effect, asked: cst.CSTNode) -> Fix | None:
    """Ask for both, in a `call` of the class's own."""
    method = layer.methods.get("call")
    if method is None or effect.module is not method.module:
        return None
    if not any(node is asked for node in method.own_nodes()):
        return None
    parameter = flag_edits(method)
    if parameter is None:
        return None
    both = replace(method.module, asked, "training and self.trainable")
    return Fix("Ask for the mode as well", (*parameter, *both))
