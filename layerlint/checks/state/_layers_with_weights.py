"""Layers with weights that an expression makes, or that the attributes of a layer hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.layers import held_parameters, owns_weights
from layerlint.facts.members import WEIGHT_COLLECTIONS
from layerlint.facts.python import CONTAINER_MAKERS
from layerlint.model.origins import Place, origins
from layerlint.model.sublayers import Sublayer, sublayer_of
from layerlint.syntax import cst
from layerlint.syntax.matching import bind

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

_BY_HAND = re.compile(r"\b_track_(trackable|variable)\b|\._tracker\b|\._flatten_layers\b")
_DISPLAYS: dict[type[cst.CSTNode], str] = {
    cst.List: "list",
    cst.ListComp: "list",
    cst.Dict: "dict",
    cst.DictComp: "dict",
    cst.Set: "set",
    cst.SetComp: "set",
}


def holds_weights(sublayer: Sublayer, seen: tuple[LayerClass, ...] = ()) -> bool:
    """Whether the layer certainly owns weights once it is built, by itself or by what it holds."""
    layer, keras = sublayer.layer, sublayer.keras
    if layer is not None:
        return layer not in seen and (
            bool(layer.all_weights)
            or any(map(owns_weights, layer.keras_bases))
            or any(holds_weights(inner, (*seen, layer)) for inner in layer.all_sublayers)
        )
    if keras is None:
        return False
    if keras.startswith("applications.") or owns_weights(keras):
        return True
    names = held_parameters(keras)
    given = bind(sublayer.call, names)
    inner = (given[name] for name in names if name in given)
    return any(_made(part, sublayer.place, seen) for part in inner)


def made_in(expression: cst.BaseExpression, place: Place) -> Sublayer | None:
    """The first layer with weights that an expression makes, alone or in a container."""
    return next(all_made_in(expression, place), None)


def all_made_in(expression: cst.BaseExpression, place: Place) -> Iterator[Sublayer]:
    """The layers with weights that an expression makes, or that a local name of it stands for."""
    return _made_in(expression, place, ())


def container_kind(value: cst.CSTNode, module: Module) -> str | None:
    """Whether an expression makes a `"list"`, a `"dict"` or a `"set"`, None for anything else."""
    match value:
        case cst.BinaryOperation(left=left, operator=cst.Multiply() | cst.Add(), right=right):
            return container_kind(left, module) or container_kind(right, module)
        case cst.Call(func=function):
            return CONTAINER_MAKERS.get(module.resolve(function) or "")
    return _DISPLAYS.get(type(value))


def tracks_by_hand(layer: LayerClass) -> bool:
    """Whether the class tells Keras itself what it owns."""
    return any(
        (base.module.shows(_BY_HAND) and _BY_HAND.search(base.module.source(base.node)))
        or any(name in base.methods for name in WEIGHT_COLLECTIONS)
        for base in layer.mro
    )


def _made(expression: cst.BaseExpression, place: Place, seen: tuple[LayerClass, ...]) -> bool:
    return next(_made_in(expression, place, seen), None) is not None


def _made_in(
    expression: cst.BaseExpression, place: Place, seen: tuple[LayerClass, ...]
) -> Iterator[Sublayer]:
    for origin in origins(expression, place):
        made = sublayer_of("", origin, None)
        if made is not None and holds_weights(made, seen):
            yield made
