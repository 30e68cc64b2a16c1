"""LL134: a callback compiles the model while `fit` runs, which throws away the step of `fit`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf
from layerlint.queries.callbacks import callbacks, calls_of_model
from layerlint.syntax import cst
from layerlint.syntax.walk import begins_before, walk_kinds

_WHILE_FITTING = re.compile(r"on_(train_begin|epoch_(begin|end)|(train_)?batch_(begin|end))")
# What makes a step anew, and what ends the training before the next one is run.
_GOES_ON = frozenset({"make_train_function", "train_function", "stop_training"})


@check(Module, needs=AllOf("Callback", "compile"))
def compile_within_fit(module: Module) -> Iterator[Finding]:
    """Report `self.model.compile(...)` in what a callback runs before a further batch."""
    told: set[cst.CSTNode] = set()
    for callback in callbacks(module):
        if _goes_on(callback.node):
            continue
        for name, method in callback.methods.items():
            if not _WHILE_FITTING.fullmatch(name):
                continue
            call = next(calls_of_model(method, "compile", module), None)
            if call is None or call in told or _ends(call, module):
                continue
            if not _goes_on(module.function(call) or callback.node):
                told.add(call)
                yield Finding(call, fields={"path": callback.path(method)})


def _goes_on(code: cst.CSTNode) -> bool:
    """Whether some code makes another step, or sees to it that none is needed."""
    return any(node.attr.value in _GOES_ON for node in walk_kinds(code, cst.Attribute))


def _ends(call: cst.Call, module: Module) -> bool:
    """Whether something is raised behind the compilation, which ends `fit` as well."""
    function = module.function(call)
    assert function is not None
    return any(begins_before(call, node) for node in walk_kinds(function.body, cst.Raise))
