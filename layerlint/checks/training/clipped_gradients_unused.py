"""LL145: gradients are clipped, and the optimizer is given them as they were."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.optimizers import CLIPPING
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.optimizer_calls import Update
from layerlint.queries.training_code import Training, training_code
from layerlint.syntax import cst
from layerlint.syntax.walk import is_behind, names_below, walk_kinds, walk_same_function


@check(Module, needs=AllOf(AnyOf(Text("clip_by_"), "clip"), AnyOf("apply_gradients", "apply")))
def clipped_gradients_unused(module: Module) -> Iterator[Finding]:
    """Report where gradients are clipped, if nothing reads the result and they are applied."""
    for part in training_code(module):
        scope = part.function.body if part.function is not None else module.tree
        statements: Iterator[cst.Assign | cst.Expr] = walk_same_function(
            scope, cst.Assign, cst.Expr
        )
        updates = _by_gradients(part)
        for statement in statements if updates else ():
            given = _clipped(statement.value, module)
            if given is None:
                continue
            applied = _next(updates.get(given, []), statement)
            if applied is not None:
                yield from _unused(statement, given, applied, scope, module)
        for loop in walk_same_function(scope, cst.For) if updates else ():
            given = _clipped_in_turn(loop, module)
            if given is not None and _next(updates.get(given, []), loop) is not None:
                yield Finding(loop.body.body[0], fields={"given": given})


def _clipped_in_turn(loop: cst.For, module: Module) -> str | None:
    """The name of the gradients in `for g in gradients: g = clip(g)`, which changes none."""
    match loop:
        case cst.For(
            target=cst.Name(value=one),
            iter=cst.Name(value=given),
            body=cst.IndentedBlock(body=[cst.SimpleStatementLine(body=[cst.Assign() as only])]),
        ):
            value = only.value
            bound = _target(only) == one and isinstance(value, cst.Call)
            return given if bound and _clipped(value, module) == one else None
    return None


def _unused(
    statement: cst.Assign | cst.Expr,
    given: str,
    applied: Update,
    scope: cst.CSTNode,
    module: Module,
) -> Iterator[Finding]:
    """Report the clipped copy of gradients that are applied, if nobody reads it."""
    if isinstance(statement, cst.Expr):
        yield Finding(statement, fields={"given": given})
        return
    name = _target(statement)
    if name is None or name.startswith("_") or module.facts(scope, _mentions)[name] > 1:
        return
    edits = tuple(replace(module, applied.gradients, name)) if applied.gradients else ()
    fix = Fix(f"Apply `{name}`", edits, "unsafe")
    yield Finding(statement, "named", {"given": given, "name": name}, fix=fix)


def _clipped(value: cst.BaseExpression, module: Module) -> str | None:
    """The name of the gradients of which an expression is a clipped copy."""
    match value:
        case cst.ListComp(elt=element, for_in=cst.CompFor(iter=cst.Name(value=name))):
            inner = [call for call in walk_kinds(element, cst.Call) if _clips(call, module)]
            return name if inner else None
        case cst.Call(args=[cst.Arg(value=cst.Name(value=name)), *_]) if _clips(value, module):
            return name
    return None


def _clips(call: cst.Call, module: Module) -> bool:
    return module.tf(call.func) in CLIPPING or module.keras(call.func) == "ops.clip"


def _by_gradients(part: Training) -> dict[str, list[Update]]:
    """The applications of gradients that have a name, by that, in source order."""
    found: dict[str, list[Update]] = {}
    for update in part.updates:
        if isinstance(update.gradients, cst.Name):
            found.setdefault(update.gradients.value, []).append(update)
    return found


def _next(applied: list[Update], statement: cst.CSTNode) -> Update | None:
    """The first of some updates, in source order, that comes after a statement."""
    place = bisect_left(applied, True, key=lambda each: is_behind(each.call, statement))
    return applied[place] if place < len(applied) else None


def _target(statement: cst.Assign) -> str | None:
    """The name of the clipped gradients; `clip_by_global_norm` returns the norm as well."""
    match statement.targets:
        case [cst.AssignTarget(target=cst.Name(value=name))]:
            return name
        case [cst.AssignTarget(target=cst.Tuple(elements=[first, *_]))]:
            return first.value.value if isinstance(first.value, cst.Name) else None
    return None


def _mentions(scope: cst.CSTNode) -> Counter[str]:
    """How often each name is mentioned, where it is bound as well as where it is read."""
    return Counter(names_below(scope))
