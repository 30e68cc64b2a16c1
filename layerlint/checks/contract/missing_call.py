"""LL416: a layer has `forward` or the like, but no `call`, or a model is run without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.config import ROOTS
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.config import is_root
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Text
from layerlint.queries.called_functions import calls_on
from layerlint.queries.functional_model import may_be_functional
from layerlint.queries.held_values import only_made
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal, positional

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_LOOK_ALIKES = ("forward", "Call", "inference")


# What runs `call` where a model has no such step of its own.
_RUNS = {"fit": "train_step", "evaluate": "test_step", "predict": "predict_step"}
_VALIDATES = ("validation_data", "validation_split")
NEEDS = AnyOf(HoldsLayer(), AllOf(Members("compile"), Members("fit"), Text("keras")))


@check(LayerClass, Module, needs=NEEDS, halts_on=(3,))
def missing_call(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report a look-alike of `call` that nothing in the project runs, and what runs none."""
    if isinstance(subject, LayerClass):
        yield from _look_alike(subject)
    else:
        yield from _run_without(subject)


def _run_without(module: Module) -> Iterator[Finding]:
    """Report the first `fit`, `evaluate` or `predict` that runs a `call` which a model has not."""
    told: set[str] = set()
    for verb in _RUNS:
        for run, model in calls_on(verb, module):
            made = only_made(model, module)
            layer = module.find_layer(made.func) if made is not None else None
            if made is None or layer is None or layer.name in told:
                continue
            step = next((each for each in _steps(run, verb) if layer.method(each) is None), None)
            if step is not None and _is_without_call(layer, made) and not layer.method(verb):
                told.add(layer.name)
                fields = {"layer": layer.name, "run": module.source(run.func), "step": step}
                yield Finding(run.func, "run", fields, halts=False)


def _steps(run: cst.Call, verb: str) -> Iterator[str]:
    """The steps that a loop of Keras runs."""
    yield _RUNS[verb]
    given = (keyword(run, name) for name in _VALIDATES) if verb == "fit" else ()
    if any(each is not None and literal(each) not in (None, 0.0) for each in given):
        yield _RUNS["evaluate"]


def _is_without_call(layer: LayerClass, made: cst.Call) -> bool:
    """Whether a model, made like this, certainly has no `call`, and no look-alike that is told."""
    return (
        layer.kind == "model"
        and layer.complete
        and layer.keras_bases == ("Model",)
        and not _has_call(layer)
        and not layer.attributes["call"].bindings
        and not may_be_functional(layer)
        and not _is_given_inputs(layer, made)
        and not any(name in layer.methods for name in _LOOK_ALIKES)
        and not any(binding.attribute in _RUNS.values() for binding in layer.class_bindings)
    )


def _is_given_inputs(layer: LayerClass, made: cst.Call) -> bool:
    """Whether a call that makes a model may hand Keras's constructor inputs and outputs."""
    start = layer.constructor
    handed = start is None or start.varargs is not None
    return (
        keyword(made, "inputs") is not None
        or any(each.star for each in made.args)
        or (handed and bool(positional(made)))
    )


def _look_alike(layer: LayerClass) -> Iterator[Finding]:
    if not layer.complete or not layer.keras_bases or layer.kind == "mixin":
        return
    if not ROOTS.issuperset(layer.keras_bases) or _has_call(layer):
        return
    name = next((name for name in _LOOK_ALIKES if name in layer.methods), None)
    method = layer.methods[name] if name is not None else None
    if method is None or not method.positional or _is_run(layer, method):
        return
    if any(_has_call(subclass) for subclass in layer.subclasses):
        return
    edits = replace(method.module, method.node.name, "call")
    yield Finding(
        method.node.name,
        fields={"layer": layer.name, "method": method.name},
        fix=Fix("Rename it to `call`", tuple(edits), "unsafe"),
        generations=frozenset({2, 3}) if layer.kind == "layer" else frozenset({3}),
    )


def _has_call(layer: LayerClass) -> bool:
    """Whether the class, or a base that is not Keras's own, has `call` or `__call__`."""
    if any(binding.attribute == "call" for base in layer.mro for binding in base.class_bindings):
        return True
    found = [layer.method(name) for name in ("call", "__call__")]
    return any(method is not None and not is_root(method.owner) for method in found)


def _is_run(layer: LayerClass, method: Method) -> bool:
    """Whether some file of the project that mentions the class runs a method of that name."""
    called = f".{method.name}("
    if layer.module.says(called):
        return True
    return bool(layer.project.index.having(layer.name, re.escape(called)))
