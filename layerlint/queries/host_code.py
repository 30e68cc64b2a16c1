"""Layers that only run on the host: code of the project runs them on values, as Python does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.queries.class_uses import makings
from layerlint.queries.construction_sites import made_within_owners
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

_NUMBERS = frozenset({"builtins.bool", "builtins.float", "builtins.int"})


def runs_on_host(layer: LayerClass) -> bool:
    """Whether no graph is made of its `call`.

    It has a `__call__` of its own that leaves Keras's out, as a processor of texts and images, and
    no other layer makes it; or all that make it run it where they ask tensors for their values.
    """
    return layer.facts(_runs_on_host)


def _runs_on_host(layer: LayerClass) -> bool:
    return _is_called_directly(layer) or makings(layer, _is_run_on_values)


def _is_called_directly(layer: LayerClass) -> bool:
    method = layer.method("__call__")
    if method is None or any(is_super_call(each.value) for each in method.own_nodes(cst.Attribute)):
        return False
    return not made_within_owners(layer)


def _is_run_on_values(module: Module, made: cst.Call) -> bool:
    function, owner = module.function(made), module.class_of(made)
    if not isinstance(function, cst.FunctionDef) or function.decorators:
        return False
    if owner is not None and not _is_called_directly(owner):
        return False
    return any(_asks_for_value(call, module) for call in walk_kinds(function.body, cst.Call))


def _asks_for_value(call: cst.Call, module: Module) -> bool:
    """Whether it is `value.numpy()`, or a number of Python's made of what computes a tensor."""
    match call:
        case cst.Call(func=cst.Attribute(attr=cst.Name("numpy")), args=[]):
            return True
        case cst.Call(args=[cst.Arg(value=cst.Call(func=function))]):
            known = module.tensor_function(function)
            return known is not None and module.resolve(call.func) in _NUMBERS
    return False
