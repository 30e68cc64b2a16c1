"""LL123: a decorator hides the `training` parameter of `call()` from Keras."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_decorator, add_import
from layerlint.model.layer import LayerClass
from layerlint.model.methods import parameters_of
from layerlint.syntax import cst
from layerlint.syntax.walk import mentions, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

# What makes a wrapper show the signature of what it wraps.
_TRANSPARENT = frozenset({"wraps", "update_wrapper", "make_decorator", "rewrap", "__signature__"})


@check(LayerClass)
def decorator_hides_training(layer: LayerClass) -> Iterator[Finding]:
    """Report decorators of the class's own `call` whose wrapper shows no `training`."""
    method = layer.methods.get("call")
    if method is None or not method.takes("training"):
        return
    for decorator in method.node.decorators:
        made = decorator.decorator
        function = made.func if isinstance(made, cst.Call) else made
        found = _function(function, layer.module)
        if found is None:
            continue
        module, definition = found
        if isinstance(made, cst.Call):
            inner = _returned(definition)
            definition = inner if inner is not None else definition
        wrapper = _returned(definition)
        if wrapper is None or _shows_flag(definition, wrapper):
            continue
        yield Finding(
            decorator,
            fields={"decorator": layer.module.source(function)},
            fix=_fix(module, definition, wrapper) if module is layer.module else None,
        )


def _function(node: cst.BaseExpression, module: Module) -> tuple[Module, cst.FunctionDef] | None:
    """The definition of a decorator of the project."""
    if isinstance(node, cst.Name) and node.value in module.function_defs:
        return module, module.function_defs[node.value]
    name = module.resolve(node)
    return module.project.function(name, module.path) if name is not None else None


def _returned(definition: cst.FunctionDef) -> cst.FunctionDef | None:
    """The local function that the definition returns, in every `return`."""
    local = {
        node.name.value: node
        for node in walk_same_function(definition, cst.FunctionDef)
        if node is not definition
    }
    returns = list(walk_same_function(definition, cst.Return))
    names = {node.value.value for node in returns if isinstance(node.value, cst.Name)}
    if len(names) != 1 or not all(isinstance(node.value, cst.Name) for node in returns):
        return None
    return local.get(names.pop())


def _shows_flag(definition: cst.FunctionDef, wrapper: cst.FunctionDef) -> bool:
    if any(parameter.name == "training" for parameter in parameters_of(wrapper.params)):
        return True
    return mentions(definition, *_TRANSPARENT)


def _fix(module: Module, definition: cst.FunctionDef, wrapper: cst.FunctionDef) -> Fix | None:
    parameters = parameters_of(definition.params)
    wrapped = parameters[0].name if parameters else None
    if wrapped is None or not mentions(wrapper.body, wrapped):
        return None
    edits = [
        *add_import(module, "import functools"),
        *add_decorator(module, wrapper, f"@functools.wraps({wrapped})"),
    ]
    return Fix("Keep the signature with `functools.wraps`", tuple(edits))
