"""Attributes that hold no layer, but what makes one each time that it is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.model.origins import Origin, place_of
from layerlint.model.sublayers import Sublayer, sublayer_of
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module


def made_by(layer: LayerClass, attribute: str) -> Iterator[Sublayer]:
    """The layers that a call of the attribute constructs.

    It holds a layer class, a `partial` of one, or a lambda, and nothing else.
    """
    bindings = layer.attributes[attribute].bindings
    if len(bindings) != 1 or bindings[0].value is None or bindings[0].method is None:
        return
    method = bindings[0].method
    place = place_of(layer, method)
    for call in _calls(bindings[0].value, method.module):
        made = sublayer_of("", Origin(call, place), None)
        if made is not None:
            yield made


def _calls(value: cst.BaseExpression, module: Module) -> Iterator[cst.Call]:
    """The calls that a call of `value` comes to."""
    match value:
        case cst.Name() | cst.Attribute():
            yield cst.Call(value)
        case cst.Call(func=function, args=[made, *given]):
            if module.resolve(function) == "functools.partial":
                yield cst.Call(made.value, given)
        case cst.Lambda(body=body):
            yield from (node for node in walk_kinds(body, cst.Call))
