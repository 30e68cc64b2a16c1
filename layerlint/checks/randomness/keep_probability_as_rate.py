"""LL607: Dropout is given the share that is to be kept, where it takes the share to drop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.modes import mode_of
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, keyword, literal, self_attribute
from layerlint.syntax.walk import around, walk_kinds

_KEPT = re.compile(r"(^|_)(keep|keeping|retain)_?(prob\w*|rate|ratio|p)$", re.IGNORECASE)


@check(
    Module,
    needs=AllOf(AnyOf(Text("keep"), Text("retain"), Text("KEEP")), AnyOf(Text("ropout"))),
)
def keep_probability_as_rate(module: Module) -> Iterator[Finding]:
    """Report what is named as the share to keep, and is not known to be a small one."""
    for call in walk_kinds(module.tree, cst.Call):
        rate = _rate(call, module)
        name = called_name(rate) if rate is not None else ""
        if rate is None or _KEPT.search(name) is None:
            continue
        if not _is_small(rate, name, call, module):
            given = module.source(rate)
            fix = Fix("Drop the rest", tuple(replace(module, rate, f"1 - {given}")), "unsafe")
            fields = {"given": given, "dropout": module.source(call.func)}
            yield Finding(rate, fields=fields, fix=fix)


def _rate(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """What the call takes as the share to drop.

    The second argument of `tf.nn.dropout` by position is the share to keep in TensorFlow 1.
    """
    mode = mode_of(module.keras(call.func) or "")
    if mode is not None and "rate" in mode.rates:
        return bind(call, ("rate",)).get("rate")
    if module.tf(call.func) == "nn.dropout":
        return keyword(call, "rate")
    return None


def _is_small(rate: cst.BaseExpression, name: str, call: cst.Call, module: Module) -> bool:
    """Whether one of the values that the name is known to have would be a share to drop."""
    known = [value_at(rate, call, module)]
    if self_attribute(rate) is not None and isinstance(known[0], cst.Name):
        known.append(value_at(known[0], known[0], module))
    for function in around(call, cst.FunctionDef):
        known += [each.default for each in parameters_of(function.params) if each.name == name]
    for given in walk_kinds(module.tree, cst.Arg):
        if given.keyword is not None and given.keyword.value == name:
            known.append(given.value)
    values = [literal(each) for each in known if each is not None]
    return any(isinstance(value, (int, float)) and value <= 0.5 for value in values)
