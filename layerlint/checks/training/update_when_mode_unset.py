"""LL105: a weight is written behind a test that confuses `None`, `False` and `True`."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._state_writes import writes
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.interpret.effects import StateUpdate
from layerlint.interpret.worlds import INFER, UNSET, Worlds
from layerlint.model.layer import LayerClass
from layerlint.queries.training_flag import defect, shown_once
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal


@check(LayerClass)
def update_when_mode_unset(layer: LayerClass) -> Iterator[Finding]:
    """Report writes that tell a flag that is `None` from one that is `False`."""
    parameter = layer.call.parameter("training") if layer.call else None
    if parameter is None or (parameter.default and literal(parameter.default) is not None):
        return
    flagged = {effect: found for effect in writes(layer) if (found := _message(effect))}
    for effect, place in shown_once(layer, flagged):
        yield Finding(
            place.node,
            flagged[effect],
            {"path": place.path, "target": effect.target},
            fix=_fix(effect, list(flagged)),
            trace=place.trace,
            module=place.module,
            defect=defect(layer, effect),
        )


def _message(effect: StateUpdate) -> str | None:
    if effect.by_design or not effect.in_training or effect.opaque:
        return None
    worlds = effect.worlds & (INFER | UNSET)
    return {UNSET: "default", INFER: "predict", Worlds.NONE: None}.get(worlds)


def _fix(effect: StateUpdate, flagged: list[StateUpdate]) -> Fix | None:
    """Make the comparison that guards the write, if it is one of the two, `training`.

    Where the branch does more than write, that would change what inference computes.
    """
    module = effect.module
    writes = {module.statement(other.node) for other in flagged if not other.design_hint}
    for node in module.ancestors(effect.node):
        if not isinstance(node, cst.If):
            continue
        if effect.method is None or module.function(node) is not effect.method.node:
            return None
        for test in _conjuncts(node.test):
            if _confuses(test):
                alone = all(statement in writes for statement in node.body.body)
                safe = alone and node.orelse is None
                edits = tuple(replace(module, test, "training"))
                return Fix("Guard with `if training:`", edits, "safe" if safe else "unsafe")
    return None


def _conjuncts(test: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    """The tests that all have to hold."""
    if isinstance(test, cst.BooleanOperation) and isinstance(test.operator, cst.And):
        yield from _conjuncts(test.left)
        yield from _conjuncts(test.right)
    else:
        yield test


def _confuses(test: cst.BaseExpression) -> bool:
    """`training is not None`, `training != False`."""
    match test:
        case cst.Comparison(
            left=flag,
            comparisons=[
                cst.ComparisonTarget(operator=cst.IsNot() | cst.NotEqual(), comparator=what)
            ],
        ):
            return is_name(flag, "training") and literal(what) in (None, False)
    return False
