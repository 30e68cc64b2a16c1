"""Models that their constructor makes of inputs and outputs: they are built from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.model.constructor import base_calls
from layerlint.syntax.matching import is_name, keyword, positional

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass


def is_functional(layer: LayerClass) -> bool:
    """Whether a model gives the base's constructor what it is to lead from and to.

    Also in a class between it and Keras.
    """
    return layer.kind == "model" and any(
        keyword(call, "inputs") is not None
        or any(not is_name(each.value, "self") for each in positional(call))
        for base in layer.mro
        if (constructor := base.methods.get("__init__")) is not None
        for call in base_calls(constructor)
    )


def takes_anything(layer: LayerClass) -> bool:
    """Whether a model hands `**kwargs` on to where Keras 3 drops what it does not know.

    Keras 2 refuses that, as both do where a model is not made of inputs and outputs.
    """
    constructor = layer.constructor
    return (
        constructor is not None
        and constructor.varkw is not None
        and any(each.star == "**" for call in base_calls(constructor) for each in call.args)
        and is_functional(layer)
    )


def saves_graph(layer: LayerClass) -> bool:
    """Whether `Model.get_config` gives an instance the whole graph, as if it were a plain `Model`.

    Keras takes a constructor with `*args, **kwargs` for its own, also that of a class which derives
    from this one; such a config makes the layers anew, and calls no constructor of the class.
    """
    return is_functional(layer) and any(
        constructor.varargs is not None and constructor.varkw is not None
        for each in (layer, *layer.subclasses)
        if (constructor := each.constructor) is not None
    )
