"""LL116: a variable that held the training flag gets a value that can be true in inference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from layerlint.checks.training._mistaken_mode import ModeEffect, excused, mode_effects, told
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.interpret.effects import SublayerCall
from layerlint.interpret.worlds import INFER
from layerlint.model.assignments import assigned, assignments_of
from layerlint.model.layer import LayerClass
from layerlint.queries.training_flag import defect, shown_once
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, is_name, literal
from layerlint.syntax.walk import around, mentions, walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.interpret.effects import Guard
    from layerlint.model.module import Module

_FLAG = "training"


class Overwrite(NamedTuple):
    """The assignment that replaces the flag."""

    name: str
    value: cst.BaseExpression


@check(LayerClass)
def training_flag_overwritten(layer: LayerClass) -> Iterator[Finding]:
    """Report writes, draws and sublayers that a replaced flag lets run in inference."""
    replaced = {effect: found for effect in mode_effects(layer) if (found := _overwrite(effect))}
    for effect, place in shown_once(layer, replaced):
        overwrite = replaced[effect]
        message, fields = told(effect)
        start, _ = effect.module.span(overwrite.value)
        yield Finding(
            place.node,
            message,
            {
                **fields,
                "name": overwrite.name,
                "value": " ".join(effect.module.source(overwrite.value).split()),
                "line": effect.module.text.count("\n", 0, start) + 1,
            },
            trace=place.trace,
            module=place.module,
            defect=defect(layer, effect),
        )


def _overwrite(effect: ModeEffect) -> Overwrite | None:
    """The replaced flag that the effect's guard asks, or that a sublayer gets as its mode."""
    module = effect.module
    if isinstance(effect, SublayerCall):
        differs = effect.sublayer is not None and effect.sublayer.mode_dependent
        if differs and isinstance(effect.training, cst.Name) and effect.worlds & INFER:
            return _replaced(effect.training, module)
        return None
    if not effect.worlds & INFER or excused(effect):
        return None
    found = None
    for guard in effect.guards:
        asked = _asked(guard)
        replaced = _replaced(asked, guard.module) if asked is not None else None
        if replaced is None and guard.opaque:
            return None
        found = found or replaced
    return found


def _asked(guard: Guard) -> cst.Name | None:
    """The name that is true where the guard lets pass: `if x:`, or the rest of `if not x: ...`."""
    test, taken = guard.test, guard.taken
    while isinstance(test, cst.UnaryOperation) and isinstance(test.operator, cst.Not):
        test, taken = test.expression, not taken
    return test if taken and isinstance(test, cst.Name) else None


def _replaced(name: cst.Name, module: Module) -> Overwrite | None:
    """The last value of the local that has no part in the flag, where an earlier one had."""
    scope = module.scope_of(name, name.value)
    if not isinstance(scope, cst.FunctionDef):
        return None
    held_flag = name.value == _FLAG
    found = None
    for node in assignments_of(name.value, assigned(scope.body, module, walk_kinds)):
        if any(is_name(part, _FLAG) or is_name(part, name.value) for part in walk(node.value)):
            held_flag, found = True, None
        elif held_flag and not _is_false(node.value) and not _settles(node):
            found = Overwrite(name.value, node.value)
    return found


def _is_false(value: cst.BaseExpression) -> bool:
    """Whether nothing runs behind a test of the value."""
    known = literal(value)
    return known is not NOT_LITERAL and not known


def _settles(node: cst.Assign) -> bool:
    """Whether the assignment answers a question about the flag, or is a switch of the author's.

    `if training is None: training = ...`, `training = K.learning_phase()`,
    `if self.always_on: training = True`.
    """
    if literal(node.value) is True:
        return True
    if isinstance(node.value, cst.Call) and not node.value.args:
        return True
    return any(mentions(each.test, _FLAG) for each in around(node, cst.If))
