"""LL148: what a mask has set to 0 is counted in the mean all the same."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._masks import Masks
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf, Text
from layerlint.queries.traced_code import short
from layerlint.queries.whole_means import mean_of
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds, walk_same_function


@check(
    Module,
    needs=AllOf(
        IMPORTS_KERAS,
        AnyOf(Text("not_equal"), Text("equal"), Text("!=")),
        Text("mean("),
    ),
)
def padding_counted_in_mean(module: Module) -> Iterator[Finding]:
    """Report means of a product with a mask of the targets that nothing is divided by."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        masks = Masks(module, function)
        for call in walk_same_function(function.body, cst.Call):
            of = mean_of(call, module)
            mask = masks.in_product(of, call) if of is not None else None
            if mask is not None and not masks.is_counted(mask, call):
                yield Finding(call, fields={"mean": short(module, call), "mask": mask})
