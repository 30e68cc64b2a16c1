"""LL136: a metric is computed of a batch, and its mean over batches is not that of the data."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._batch_values import Form, form_of
from layerlint.checks.training._roots_of_columns import is_absolute_error
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf, Members
from layerlint.queries.metric_functions import is_loss, metric_functions

# `compile` takes losses and metrics by position as well, so that their names may be missing.
NEEDS = AllOf(Members("compile"), AnyOf("loss", "metrics", *IMPORTS_KERAS.needs))


@check(Module, needs=NEEDS)
def metric_of_batches(module: Module) -> Iterator[Finding]:
    """Report each function among the metrics whose value is no mean of what the samples give."""
    told: set[str] = set()
    for name, function in metric_functions(module):
        if name.value in told:
            continue
        if is_absolute_error(name, function, module):
            told.add(name.value)
            yield Finding(name, "each", {"function": name.value})
        if name.value in told or is_loss(name.value, module):
            continue
        told.add(name.value)
        form = form_of(function, module)
        if form is not Form.OTHER:
            yield Finding(name, form.value, {"function": name.value})
