"""LL441: the second residual connection of a block adds what went into the block once more."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.contract._residuals import Residuals, Sum
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf, Text
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

NEEDS = AllOf(
    IMPORTS_KERAS,
    AnyOf(Text("ttention"), Text("attn"), Text("mha")),
)


@check(Module, needs=NEEDS)
def first_residual_lost(module: Module) -> Iterator[Finding]:
    """Report `x + ffn(norm(x + attention(x)))`, the inner sum being used for nothing else."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        residuals = Residuals(module, function)
        for total in residuals.sums():
            found = _added_again(total, residuals)
            if found is not None:
                added, through = found
                fields = {"input": module.source(added), "through": module.source(through)}
                yield Finding(added, fields=fields)


def _added_again(
    total: Sum, residuals: Residuals
) -> tuple[cst.BaseExpression, cst.BaseExpression] | None:
    """What a sum adds that a sum below it has added already, and what stands between the two."""
    for added, branch in (total, total[::-1]):
        if not isinstance(added, cst.Name):
            continue
        calls = residuals.calls_below(branch)
        inner = calls.end if calls is not None and calls.alone else None
        if calls is None or not calls.made or inner is None:
            continue
        for first, attended in (inner, inner[::-1]):
            if residuals.is_same(added, first) and residuals.is_attention_to(attended, added):
                return added, calls.made[0].func
    return None
