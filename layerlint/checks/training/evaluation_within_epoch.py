"""LL128: a callback evaluates the model within an epoch, which resets the metrics of `fit`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf
from layerlint.queries.callbacks import callbacks, calls_of_model

_WITHIN = re.compile(r"on_(train_)?batch_(begin|end)")


@check(Module, needs=AllOf("Callback", "evaluate"))
def evaluation_within_epoch(module: Module) -> Iterator[Finding]:
    """Report `self.model.evaluate(...)` in what a callback runs for a batch of training."""
    for callback in callbacks(module):
        for name, method in callback.methods.items():
            if _WITHIN.fullmatch(name):
                call = next(calls_of_model(method, "evaluate", module), None)
                if call is not None:
                    yield Finding(call, fields={"path": callback.path(method)})
