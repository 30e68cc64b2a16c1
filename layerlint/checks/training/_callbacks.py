"""Callbacks of Keras that a module defines, and what they do with the model that is trained."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.model.module import Module
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import walk_kinds

Methods = dict[str, cst.FunctionDef]


def callbacks(module: Module) -> Iterator[tuple[cst.ClassDef, Methods]]:
    """The classes that derive from `Callback` itself, with their methods by name."""
    for callback in walk_kinds(module.tree, cst.ClassDef):
        if any(module.keras(base.value) == "callbacks.Callback" for base in callback.bases):
            yield (
                callback,
                {
                    line.name.value: line
                    for line in callback.body.body
                    if isinstance(line, cst.FunctionDef)
                },
            )


def calls_of_model(
    method: cst.FunctionDef, verb: str, methods: Methods, depth: int = 2
) -> Iterator[cst.Call]:
    """`self.model.<verb>(...)` in a method, and in those of the callback that it calls."""
    for call in walk_kinds(method.body, cst.Call):
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name(value=name)) if name == verb:
                if self_attribute(model) == "model":
                    yield call
            case cst.Attribute():
                called = methods.get(self_attribute(call.func) or "")
                if called is not None and called is not method and depth > 0:
                    yield from calls_of_model(called, verb, methods, depth - 1)
