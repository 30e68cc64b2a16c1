"""LL128: a callback evaluates the model within an epoch, which resets the metrics of `fit`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.calls import self_attribute
from layerlint.model.module import Module
from layerlint.model.walk import walk_kinds
from layerlint.project.needs import AllOf

_WITHIN = re.compile(r"on_(train_)?batch_(begin|end)")


@check(Module, needs=AllOf("Callback", "evaluate"))
def evaluation_within_epoch(module: Module) -> Iterator[Finding]:
    """Report `self.model.evaluate(...)` in what a callback runs for a batch of training."""
    for callback in walk_kinds(module.tree, cst.ClassDef):
        if not any(module.keras(base.value) == "callbacks.Callback" for base in callback.bases):
            continue
        methods = {
            line.name.value: line
            for line in callback.body.body
            if isinstance(line, cst.FunctionDef)
        }
        for name, method in methods.items():
            if _WITHIN.fullmatch(name):
                call = next(_evaluations(method, methods, 2), None)
                if call is not None:
                    yield Finding(call, fields={"path": f"{callback.name.value}.{name}"})


def _evaluations(
    method: cst.FunctionDef, methods: dict[str, cst.FunctionDef], depth: int
) -> Iterator[cst.Call]:
    """The evaluations in a method, and in those of the callback that it calls."""
    for call in walk_kinds(method.body, cst.Call):
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name("evaluate")):
                if self_attribute(model) == "model":
                    yield call
            case cst.Attribute():
                called = methods.get(self_attribute(call.func) or "")
                if called is not None and called is not method and depth > 0:
                    yield from _evaluations(called, methods, depth - 1)
