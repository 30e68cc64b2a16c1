"""LL411: a Python value is passed to a layer by position."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.recipes.named_arguments import name_last
from layerlint.model.layer import LayerClass
from layerlint.queries.held_values import held_values
from layerlint.queries.local_bindings import loop_over
from layerlint.queries.traced_code import eager
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, is_name, literal, positional, self_attribute
from layerlint.syntax.walk import walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module


@check(LayerClass)
def non_tensor_positional_argument(layer: LayerClass) -> Iterator[Finding]:
    """Report literals among the positional arguments of a sublayer's call."""
    for method in layer.methods.values():
        for node in method.own_nodes(cst.Call):
            name = self_attribute(node.func, method.self_name) if method.self_name else None
            sublayer = layer.sublayers.get(name) if name is not None else None
            if sublayer is None or sublayer.container is not None:
                continue
            if not _takes_tensors(sublayer.layer):
                continue
            assert sublayer.layer is not None
            yield from _reported(node, sublayer.layer, method.module)
    if _takes_tensors(layer):
        defined = layer.module.function(layer.node)
        for node in layer.module.once(_given_python).get(layer.name, ()):
            if layer.module.scope_of(node, layer.name) is defined:
                yield from _reported(node, layer, layer.module)


def _given_python(module: Module) -> dict[str, list[cst.Call]]:
    """By names, the calls of what a call of the name made, with a Python value by position."""
    found: dict[str, list[cst.Call]] = {}
    for node in walk_kinds(module.tree, cst.Call):
        if not isinstance(node.func, (cst.Call, cst.Name)):
            continue
        if any(_is_python(each.value) for each in positional(node)):
            made = _made(node, module)
            if isinstance(made, cst.Call) and isinstance(made.func, cst.Name):
                found.setdefault(made.func.value, []).append(node)
    return found


def _reported(call: cst.Call, called: LayerClass, module: Module) -> Iterator[Finding]:
    """The literals that a call of a layer has by position."""
    arguments = positional(call)
    starred = any(argument.star for argument in call.args)
    for index, argument in enumerate(arguments):
        if not _is_python(argument.value) and not _counts_python(argument.value, module):
            continue
        parameter = _parameter(called, index)
        if parameter == "training":
            continue
        # What follows a named argument has to be named too.
        last = index == len(arguments) - 1 and not starred
        edits = name_last(call, parameter, called.call, module) if parameter and last else None
        yield Finding(
            argument.value,
            "named" if parameter else "default",
            {"value": module.source(argument.value), "parameter": parameter},
            fix=Fix("Pass it by name", tuple(edits)) if edits else None,
            module=module,
        )


def _made(call: cst.Call, module: Module) -> cst.CSTNode | None:
    """What `Block()(x, 2)` calls, also by way of a name that holds nothing else."""
    if not isinstance(call.func, cst.Name):
        return call.func
    name = call.func.value
    scope = module.scope_of(call, name) or module.tree
    binders: Iterator[cst.AssignTarget | cst.For | cst.Param]
    binders = walk_same_function(scope, cst.AssignTarget, cst.For, cst.Param)
    bound = [
        module.parent(node)
        for node in binders
        if is_name(node.name if isinstance(node, cst.Param) else node.target, name)
    ]
    only = bound[0] if len(bound) == 1 else None
    return only.value if isinstance(only, cst.Assign) else None


def _takes_tensors(called: LayerClass | None) -> bool:
    """Whether it is a layer of the project that Keras calls."""
    return (
        called is not None
        and called.complete
        and called.method("__call__") is None
        and not eager(called)
    )


def _is_python(node: cst.BaseExpression) -> bool:
    value = literal(node)
    if isinstance(value, (list, tuple)):
        return bool(value) and all(isinstance(item, (bool, int, float, str)) for item in value)
    return value is not NOT_LITERAL and isinstance(value, (bool, int, float, str))


def _counts_python(node: cst.BaseExpression, module: Module) -> bool:
    """Whether a name is that of a loop over what is written down: `for n in (1, 2)`."""
    if not isinstance(node, cst.Name) or loop_over(node) is None:
        return False
    held = held_values(node, module)
    return bool(held) and all(map(_is_python, held))


def _parameter(called: LayerClass, index: int) -> str | None:
    """The name under which the layer's `call` takes its positional argument."""
    call = called.call
    if call is None or len(call.positional) <= index:
        return None
    return call.positional[index].name
