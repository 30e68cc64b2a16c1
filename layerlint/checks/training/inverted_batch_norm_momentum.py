"""LL161: batch normalization is given the share of the batch as its momentum."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.layers import MOVING_STATISTICS
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, Text
from layerlint.queries.fixtures import in_tests
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal
from layerlint.syntax.walk import around, walk_kinds

# Whoever wants averages that are this short-lived has no use for an average.
_LARGEST_SHARE = 0.3


@check(Module, needs=AllOf("momentum", Text("BatchNorm")))
def inverted_batch_norm_momentum(module: Module) -> Iterator[Finding]:
    """Report a momentum that keeps less than a third of the moving averages."""
    if in_tests(module):
        return
    for call in walk_kinds(module.tree, cst.Call):
        if (module.keras(call.func) or "") in MOVING_STATISTICS:
            given = bind(call, ("axis", "momentum")).get("momentum")
            share = _share(given, call, module) if given is not None else None
            if given is not None and share is not None and 0 < share <= _LARGEST_SHARE:
                fields = {"momentum": module.source(given), "share": f"{1 - share:.0%}"}
                yield Finding(given, fields=fields, fix=_fix(given, share, module))


def _share(given: cst.BaseExpression, call: cst.Call, module: Module) -> float | None:
    """The number that the momentum is, where it is one: by itself, by name, by default."""
    values = [given]
    if isinstance(given, cst.Name):
        values = [each for each in (value_at(given, call, module),) if each is not None]
        values += _defaults(given.value, call, module)
    numbers = [literal(each) for each in values]
    if not numbers or not all(isinstance(each, float) for each in numbers):
        return None
    return max(each for each in numbers if isinstance(each, float))


def _defaults(name: str, call: cst.Call, module: Module) -> list[cst.BaseExpression]:
    """What a parameter of that name around the call is by default, and is given by name."""
    found = [
        each.default
        for function in around(call, cst.FunctionDef)
        for each in parameters_of(function.params)
        if each.name == name and each.default is not None
    ]
    if found:
        found += [
            each.value
            for each in walk_kinds(module.tree, cst.Arg)
            if each.keyword is not None
            and each.keyword.value == name
            and not (isinstance(each.value, cst.Name) and each.value.value == name)
        ]
    return found


def _fix(given: cst.BaseExpression, share: float, module: Module) -> Fix | None:
    if not isinstance(given, cst.Float):
        return None
    kept = f"{1 - share:.6g}"
    return Fix(f"Keep {kept} of the averages", tuple(replace(module, given, kept)), "unsafe")
