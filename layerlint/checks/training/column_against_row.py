"""LL152: a column of predictions is subtracted from one number for each sample."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._columns import form_of
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, positional
from layerlint.syntax.walk import walk_kinds

_DIFFERENCES = ("subtract", "squared_difference")


@check(Module, needs=AllOf(Text("keras"), Text("Dense"), AnyOf(Text("-"), *_DIFFERENCES)))
def column_against_row(module: Module) -> Iterator[Finding]:
    """Report differences of the two, which have a row and a column for each sample."""
    for node, left, right in _differences(module):
        forms = [form_of(each, node, module) for each in (left, right)]
        one, other = forms
        if one is None or other is None or one.shape == other.shape or one.origin == other.origin:
            continue
        column, flat = (left, right) if one.shape == "column" else (right, left)
        fields = {"column": short(module, column), "flat": short(module, flat)}
        yield Finding(node, fields={"difference": short(module, node), **fields})


def _differences(
    module: Module,
) -> Iterator[tuple[cst.CSTNode, cst.BaseExpression, cst.BaseExpression]]:
    for node in walk_kinds(module.tree, cst.BinaryOperation):
        if isinstance(node.operator, cst.Subtract):
            yield node, node.left, node.right
    for call in walk_kinds(module.tree, cst.Call):
        given = positional(call)
        if called_name(call.func) in _DIFFERENCES and len(given) == 2:
            yield call, given[0].value, given[1].value
