"""Metrics that take classes, and are given what the last layer of a model makes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._model_ends import end_of_model, end_of_run
from layerlint.facts.losses import COMPARE_EXACTLY, COUNT_CLASSES, NOT_WHOLE, PROBABILITIES
from layerlint.findings import Finding
from layerlint.queries.metric_functions import given_metrics
from layerlint.queries.straight_values import expression_behind, value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, keyword, last_part
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.checks.training._model_ends import End
    from layerlint.model.module import Module


def classes_counted(module: Module) -> Iterator[Finding]:
    """Report `compile(metrics=[MeanIoU(2)])`, and `Accuracy` that a loop feeds by itself."""
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name("compile")):
                metrics = bind(call, ("optimizer", "loss", "metrics")).get("metrics")
                given = given_metrics(metrics, call, module)
                made = [
                    each for each in given if isinstance(each, cst.Call) and _kind(each, module)
                ]
                end = end_of_model(model, call, module) if made else None
                for metric in made:
                    yield from _misfit(metric, metric, end, module)
            case cst.Attribute(value=metric, attr=cst.Name("update_state")):
                yield from _fed(metric, call, module)
            case cst.Name() | cst.Attribute():
                yield from _fed(call.func, call, module)


def _kind(made: cst.Call, module: Module) -> str:
    """What a call makes, if it is a metric that takes classes: `MeanIoU`."""
    name = module.keras(made.func) or ""
    if not name.startswith("metrics.") or keyword(made, "sparse_y_pred") is not None:
        return ""
    known = last_part(name) in COUNT_CLASSES | COMPARE_EXACTLY
    return last_part(name) if known and not any(each.star for each in made.args) else ""


def _fed(metric: cst.BaseExpression, call: cst.Call, module: Module) -> Iterator[Finding]:
    """A call that gives a metric predictions as they are: `accuracy.update_state(y, model(x))`."""
    given = bind(call, ("y_true", "y_pred")).get("y_pred")
    made = value_at(metric, call, module) if given is not None else None
    if given is None or not isinstance(made, cst.Call) or not _kind(made, module):
        return
    run = expression_behind(given, call, module)
    if isinstance(run, cst.Call):
        yield from _misfit(call, made, end_of_run(run, module), module)


def _misfit(place: cst.Call, made: cst.Call, end: End | None, module: Module) -> Iterator[Finding]:
    name = _kind(made, module)
    if end is not None and end.activation in (
        NOT_WHOLE if name in COMPARE_EXACTLY else PROBABILITIES
    ):
        message = "equal" if name in COMPARE_EXACTLY else "classes"
        yield Finding(place, message, {"metric": name, "layer": end.label})
