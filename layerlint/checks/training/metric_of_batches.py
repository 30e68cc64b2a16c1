"""LL136: a metric is computed of a batch, and its mean over batches is not that of the data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.training._batch_values import Form, form_in, form_of
from layerlint.checks.training._model_ends import end_of_model
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf, Members
from layerlint.queries.keras_objects import HAS_OBJECTS, keras_objects
from layerlint.queries.metric_functions import is_loss, metric_functions
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.traced_code import short
from layerlint.queries.whole_means import squared
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, literal

_CLAIM = re.compile(r"rms|root_?mean", re.IGNORECASE)
# Functions of Keras that take the mean of the squares along the last axis.
_SQUARED_ERRORS = frozenset({"mean_squared_error", "mse", "MSE"})
# `compile` takes losses and metrics by position as well, so that their names may be missing.
NEEDS = AnyOf(
    AllOf(Members("compile"), AnyOf("loss", "metrics", *IMPORTS_KERAS.needs)),
    AllOf("update_state", Members("assign_add"), HAS_OBJECTS),
)


@check(Module, needs=NEEDS)
def metric_of_batches(module: Module) -> Iterator[Finding]:
    """Report each function among the metrics whose value is no mean of what the samples give."""
    for metric in keras_objects(module):
        yield from _ratios_added(metric)
    told: set[str] = set()
    for given, function in metric_functions(module):
        name = called_name(given.func if isinstance(given, cst.Call) else given)
        if name in told:
            continue
        if _is_absolute_error(given, function, module):
            told.add(name)
            yield Finding(given, "each", {"function": name})
        if name in told or is_loss(name, module):
            continue
        told.add(name)
        form = form_of(function, module)
        if form is not Form.OTHER:
            yield Finding(given, form.value, {"function": name})


def _ratios_added(metric: LayerClass) -> Iterator[Finding]:
    """Report what a metric adds for each batch, where that is a ratio and it counts batches."""
    update, module = metric.methods.get("update_state"), metric.module
    if metric.kind != "metric" or update is None or len(update.positional) < 2:
        return
    added = [
        call.args[0].value
        for call in update.own_nodes(cst.Call)
        if isinstance(call.func, cst.Attribute)
        and call.func.attr.value == "assign_add"
        and len(call.args) == 1
    ]
    if not any(literal(each) == 1 for each in added):
        return
    samples = [each.name for each in update.positional[:2]]
    for value in added:
        form = form_in(update.node, value, samples, module)
        if form in (Form.RATIO, Form.ROOT):
            yield Finding(value, "added", {"metric": metric.name, "value": short(module, value)})
            return


def _is_absolute_error(given: cst.CSTNode, function: cst.FunctionDef, module: Module) -> bool:
    """Whether a metric is called the root of a mean, and its model gives one number a sample."""
    if not _CLAIM.search(function.name.value):
        return False
    result = only_result(function)
    if result is None or not _is_root_of_each(result, module):
        return False
    for call in module.ancestors(given):
        match call:
            case cst.Call(func=cst.Attribute(value=model, attr=cst.Name("compile"))):
                return _gives_one(model, call, module)
    return False


def _gives_one(model: cst.BaseExpression, use: cst.Call, module: Module) -> bool:
    """Whether the model ends in a layer of one unit."""

    def find() -> bool:
        end = end_of_model(model, use, module)
        return end is not None and end.units == 1

    return module.remembered((_gives_one, use), find)


def _is_root_of_each(node: cst.BaseExpression, module: Module) -> bool:
    """`sqrt(mean(square(y - z), axis=-1))`, also by names, or with an error of Keras's."""
    root = expression_behind(node, node, module)
    if not isinstance(root, cst.Call) or module.operation(root) != "sqrt" or not root.args:
        return False
    mean = expression_behind(root.args[0].value, root, module)
    if not isinstance(mean, cst.Call) or not mean.args:
        return False
    head, _, last = (module.keras(mean.func) or "").rpartition(".")
    if head in ("losses", "metrics") and last in _SQUARED_ERRORS:
        return True
    axis = bind(mean, ("x", "axis")).get("axis")
    if module.operation(mean).removeprefix("reduce_") != "mean" or literal(axis) != -1:
        return False
    square = expression_behind(mean.args[0].value, mean, module)
    if isinstance(square, cst.Call) and module.operation(square) == "squared_difference":
        return True
    base = squared(square, module)
    return base is not None and _is_difference(base, module)


def _is_difference(node: cst.BaseExpression, module: Module) -> bool:
    value = expression_behind(node, node, module)
    if isinstance(value, cst.Call):
        return module.operation(value) == "subtract"
    return isinstance(value, cst.BinaryOperation) and isinstance(value.operator, cst.Subtract)
