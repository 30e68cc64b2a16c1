"""LL137: a crossentropy is given the predictions where it takes the targets."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.losses import LOGIT_FUNCTIONS, UNSYMMETRIC
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.module import Module
from layerlint.project.needs import Row
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import walk_kinds


@check(Module, needs=Row("y_pred", ",", "y_true"))
def targets_and_predictions_swapped(module: Module) -> Iterator[Finding]:
    """Report `crossentropy(y_pred, y_true)`, by the names that Keras itself gives the two."""
    for call in walk_kinds(module.tree, cst.Call):
        match call.args:
            case [cst.Arg(keyword=None) as first, cst.Arg(keyword=None) as second, *_]:
                if not (is_name(first.value, "y_pred") and is_name(second.value, "y_true")):
                    continue
                if not _compares(call, module):
                    continue
                edits = (
                    *replace(module, first.value, "y_true"),
                    *replace(module, second.value, "y_pred"),
                )
                fields = {"function": module.source(call.func)}
                yield Finding(call, fields=fields, fix=Fix("Swap the arguments", edits, "unsafe"))


def _compares(call: cst.Call, module: Module) -> bool:
    """Whether it is a function, or an object, that treats its two arguments differently."""
    if module.tf(call.func) in LOGIT_FUNCTIONS:
        return True
    made = call.func
    if isinstance(made, cst.Name) and module.keras(made) is None:
        value = value_at(made, call, module)
        made = value.func if isinstance(value, cst.Call) else made
    elif isinstance(made, cst.Call):
        made = made.func
    home, _, name = (module.keras(made) or "").rpartition(".")
    return home in ("losses", "metrics", "backend", "ops") and name in UNSYMMETRIC
