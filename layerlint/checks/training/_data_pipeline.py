"""Layers that no model has: they change the data on its way to `fit`, in `dataset.map`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.queries.class_uses import makings
from layerlint.queries.local_bindings import other_mentions
from layerlint.syntax import cst
from layerlint.syntax.walk import calls_given

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module


def maps_data_only(layer: LayerClass) -> bool:
    """Whether the project makes the class for what it gives to `map`, and for nothing else.

    `fit` and `predict` then never run it, and its data is that of the training.
    """
    return layer.facts(_maps_data_only)


def _maps_data_only(layer: LayerClass) -> bool:
    return makings(layer, _is_for_map)


def _is_for_map(module: Module, made: cst.Call) -> bool:
    """Whether a layer that is made goes into `map`, as it is or by a name that is used there."""
    match module.parent(made):
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name() as name)]):
            return _is_used_in_map(name, module)
    return _is_in_map(made)


def _is_used_in_map(name: cst.Name, module: Module) -> bool:
    uses = list(other_mentions(name, module))
    return bool(uses) and all(
        _is_in_map(use) or _is_in_mapped_function(use, module) for use in uses
    )


def _is_in_mapped_function(use: cst.Name, module: Module) -> bool:
    """Whether it stands in a function that is for nothing but `map`."""
    function = module.function(use)
    uses = list(other_mentions(function.name, module)) if function is not None else []
    return bool(uses) and all(map(_is_in_map, uses))


def _is_in_map(node: cst.CSTNode) -> bool:
    """Whether it stands in what is given to a method called `map`."""
    return any(
        isinstance(call.func, cst.Attribute) and call.func.attr.value == "map"
        for call in calls_given(node)
    )
