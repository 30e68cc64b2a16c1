"""LL103: noise for training is drawn while the layer runs in inference."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._noise import drawn, is_noise, told_by_caller
from layerlint.checks.training._use_of_draws import Draw
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.formatting import written
from layerlint.fixes.rewrite import insert_after, wrap_statement
from layerlint.interpret.effects import RandomDraw
from layerlint.model.layer import LayerClass
from layerlint.queries.flag_names import names_flag
from layerlint.queries.training_flag import defect, flag_edits, shown
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal
from layerlint.syntax.walk import around, mentions, walk_kinds, walk_same_function


@check(LayerClass)
def unguarded_random_op(layer: LayerClass) -> Iterator[Finding]:
    """Report each draw of noise that INFER reaches, once."""
    seen: set[cst.CSTNode] = set()
    for effect in layer.forward.of(RandomDraw):
        if not (effect.in_inference and effect.in_training) or effect.node in seen:
            continue
        place = shown(layer, effect) if is_noise(layer, effect) else None
        if place is None or told_by_caller(layer, effect) or _switched_off(effect):
            continue
        seen.add(effect.node)
        yield Finding(
            place.node,
            "default" if layer.asks_for_mode else "missing",
            {"path": place.path, "function": drawn(effect)},
            fix=_fix(layer, effect),
            trace=place.trace,
            module=place.module,
            defect=defect(layer, effect),
        )


def _fix(layer: LayerClass, effect: RandomDraw) -> Fix | None:
    """`if training:` around a statement that disturbs a name, else `... if training else x`."""
    method, module = layer.call, effect.module
    if method is None or method.owner is not layer or effect.trace:
        return None
    if module.function(effect.node) is not method.node:
        return None
    parameter = flag_edits(method)
    statement = module.statement(effect.node)
    if parameter is None or not isinstance(statement, cst.SimpleStatementLine):
        return None
    match statement.body:
        case [cst.AugAssign(operator=cst.AddAssign() | cst.SubtractAssign())]:
            edits = wrap_statement(module, statement, "if training:")
        case [cst.Assign(targets=[cst.AssignTarget(target=target)], value=value)]:
            kept = Draw(effect).left_out(value)
            if kept is None:
                return None
            if isinstance(target, cst.Name) and is_name(kept, target.value):
                edits = wrap_statement(module, statement, "if training:")
            else:
                edits = insert_after(module, value, f" if training else {written(module, kept)}")
        case [cst.Return(value=cst.BaseExpression() as value)]:
            kept = Draw(effect).left_out(value)
            if kept is None:
                return None
            edits = insert_after(module, value, f" if training else {written(module, kept)}")
        case _:
            return None
    return Fix("Draw in training only", (*parameter, *edits), "unsafe")


def _switched_off(draw: RandomDraw) -> bool:
    """Whether what stands with a draw in its statement is 0 by a test of the flag."""
    module = draw.module
    statement, function = module.statement(draw.node), module.function(draw.node)
    if any(_chooses_zero(node) for node in walk_kinds(statement, cst.IfExp)):
        return True
    if function is None:
        return False
    return mentions(statement, *module.facts(function, _zeros))


def _zeros(function: cst.FunctionDef) -> frozenset[str]:
    """The names of a function that are 0 by a test of the flag."""
    return frozenset(
        target.target.value
        for node in walk_same_function(function.body, cst.Assign)
        if _chooses_zero(node.value) or _is_zero_by_test(node)
        for target in node.targets
        if isinstance(target.target, cst.Name)
    )


def _chooses_zero(value: cst.BaseExpression) -> bool:
    return (
        isinstance(value, cst.IfExp)
        and _asks(value.test)
        and (literal(value.body) == 0 or literal(value.orelse) == 0)
    )


def _is_zero_by_test(assign: cst.Assign) -> bool:
    if literal(assign.value) != 0:
        return False
    return any(_asks(each.test) for each in around(assign, cst.If))


def _asks(test: cst.BaseExpression) -> bool:
    return any(names_flag(node.value) for node in walk_kinds(test, cst.Name))
