"""LL115: `self.trainable` stands where the training mode is meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._mistaken_mode import ModeEffect, excused, mode_effects, told
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.interpret.effects import SublayerCall
from layerlint.interpret.worlds import INFER
from layerlint.model.layer import LayerClass
from layerlint.queries.training_flag import defect, flag_edits, shown_once
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute

if TYPE_CHECKING:
    from layerlint.interpret.effects import Effect


@check(LayerClass)
def trainable_used_as_training(layer: LayerClass) -> Iterator[Finding]:
    """Report what only `self.trainable` keeps from running in inference, which it does not."""
    mistaken = {effect: found for effect in mode_effects(layer) if (found := _asked(effect))}
    for effect, place in shown_once(layer, mistaken):
        message, fields = told(effect)
        yield Finding(
            place.node,
            message,
            fields,
            fix=_fix(layer, effect, mistaken[effect]),
            trace=place.trace,
            module=place.module,
            defect=defect(layer, effect),
        )


def _asked(effect: ModeEffect) -> cst.CSTNode | None:
    """The `self.trainable` that lets the effect run in inference."""
    if isinstance(effect, SublayerCall):
        given = effect.training
        mistaken = given is not None and self_attribute(given) == "trainable"
        runs = bool(effect.worlds & INFER)
        differs = effect.sublayer is None or effect.sublayer.mode_dependent is not False
        return given if mistaken and runs and differs else None
    if not effect.in_inference or excused(effect):
        return None
    for guard in effect.guards:
        found = next(_operands(guard.test), None) if guard.taken else None
        if found is not None:
            return found
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
