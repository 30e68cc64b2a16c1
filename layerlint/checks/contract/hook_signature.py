"""LL431: a method that Keras calls does not take what Keras passes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layerlint.checks.contract._hooked_classes import HAS_HOOKS, hooked
from layerlint.declaration import check
from layerlint.facts.hooks import CALLBACK_HOOKS, LAYER_METHODS, OBJECT_METHODS
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.methods import Parameter, parameters_of
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.called_functions import function_named
from layerlint.queries.keras_objects import HAS_OBJECTS, keras_objects
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

NEEDS = AnyOf(
    AllOf(HoldsLayer(), AnyOf(*LAYER_METHODS)),
    AllOf(HAS_OBJECTS, AnyOf("call", "get_config", "result")),
    HAS_HOOKS,
    "LambdaCallback",
)


@check(LayerClass, Module, needs=NEEDS)
def hook_signature(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report methods of layers, losses, metrics, callbacks and data sets."""
    if isinstance(subject, LayerClass):
        yield from _layer(subject)
        return
    for found in keras_objects(subject):
        for name, count in OBJECT_METHODS.get(found.kind, {}).items():
            method = found.methods.get(name)
            if method is not None and not method.decorators:
                problem = _problem(method.parameters[1:], count)
                yield from _told(method.node, found.name, problem)
    for hook in hooked(subject):
        for node in hook.methods:
            if node.name.value in hook.hooks and not node.decorators:
                problem = _problem(parameters_of(node.params)[1:], hook.hooks[node.name.value])
                if problem is not None and _is_called_by_hand(hook.node, node, subject):
                    continue
                yield from _told(node, hook.node.name.value, problem)
    yield from _lambdas(subject)


def _is_called_by_hand(owner: cst.ClassDef, method: cst.FunctionDef, module: Module) -> bool:
    """Whether the project calls the method of that name, and gives nobody else the object."""
    name, hook = owner.name.value, method.name.value
    called = rf"(?<!super\(\))(?<!super)\.{hook}\("
    given = rf"\bcallbacks\b[^\n]{{0,200}}\b{name}\("
    return bool(module.project.index.having(hook, called)) and not module.project.index.having(
        name, given
    )


def _lambdas(module: Module) -> Iterator[Finding]:
    """The functions that `LambdaCallback(on_epoch_end=...)` is given for hooks."""
    for call in walk_kinds(module.tree, cst.Call):
        if module.keras(call.func) != "callbacks.LambdaCallback":
            continue
        for argument in call.args:
            name = argument.keyword.value if argument.keyword is not None else ""
            given: cst.CSTNode = argument.value
            if isinstance(argument.value, cst.Name):
                given = function_named(argument.value, module) or given
            if name not in CALLBACK_HOOKS or not isinstance(given, (cst.Lambda, cst.FunctionDef)):
                continue
            if isinstance(given, cst.FunctionDef) and given.decorators:
                continue
            problem = _problem(parameters_of(given.params), CALLBACK_HOOKS[name])
            if problem is not None:
                fields = {"method": module.source(argument.value), "problem": problem}
                yield Finding(argument.value, fields=fields)


def _layer(layer: LayerClass) -> Iterator[Finding]:
    for name, count in LAYER_METHODS.items():
        method = layer.methods.get(name)
        if method is not None and not method.decorators:
            yield from _told(method.node, layer.name, _problem(method.parameters[1:], count))


def _told(method: cst.FunctionDef, owner: str, problem: str | None) -> Iterator[Finding]:
    if problem is not None:
        fields = {"method": f"{owner}.{method.name.value}", "problem": problem}
        yield Finding(method.name, fields=fields)


def _problem(parameters: Sequence[Parameter], count: int) -> str | None:
    """What is wrong where Keras passes `count` arguments by position; None where nothing is."""
    places = [each for each in parameters if each.kind == "positional"]
    if len(places) < count and not any(each.kind == "varargs" for each in parameters):
        return f"takes {_number(len(places))}, and Keras passes {_number(count)}"
    needed = [
        each
        for each in parameters
        if each.default is None and each.kind in ("positional", "keyword")
    ]
    more = [each for each in needed if each not in places[:count]]
    return f"needs `{more[0].name}`, which Keras does not pass" if more else None


def _number(count: int) -> str:
    return {0: "no argument", 1: "one argument"}.get(count, f"{count} arguments")
