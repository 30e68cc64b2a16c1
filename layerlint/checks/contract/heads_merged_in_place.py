"""LL436: the heads of an attention are reshaped into one, and time takes the place of the heads."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.contract._heads import Heads
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf, Text
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds, walk_same_function


@check(
    Module,
    needs=AllOf(
        IMPORTS_KERAS,
        "reshape",
        AnyOf("transpose", "permute_dimensions"),
        AnyOf("matmul", "batch_dot", Text(" @ ")),
    ),
)
def heads_merged_in_place(module: Module) -> Iterator[Finding]:
    """Report reshapes to three axes of what heads attend to, where the heads come before time."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        heads = Heads(module, function)
        for call in walk_same_function(function.body, cst.Call):
            merged = heads.merged(call)
            if merged is not None:
                yield Finding(call, fields={"merge": short(module, call), "heads": merged})
