"""Models that their constructor makes of inputs and outputs: they are built from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.model.constructor import base_calls
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, positional

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


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


def may_be_functional(layer: LayerClass) -> bool:
    """The same, or a constructor puts something into the keywords that it hands to the base."""
    return is_functional(layer) or (
        layer.kind == "model"
        and any(
            each.star == "**" and _is_changed(each.value, constructor)
            for base in layer.mro
            if (constructor := base.methods.get("__init__")) is not None
            for call in base_calls(constructor)
            for each in call.args
        )
    )


def _is_changed(keywords: cst.BaseExpression, constructor: Method) -> bool:
    """Whether keywords are none that the constructor was given as they are."""
    if not isinstance(keywords, cst.Name) or keywords.value != constructor.varkw:
        return True
    name = keywords.value
    for node in constructor.own_nodes(cst.AssignTarget, cst.Call):
        match node:
            case cst.AssignTarget(
                target=cst.Name(value=bound) | cst.Subscript(value=cst.Name(value=bound))
            ):
                changed = bound
            case cst.Call(
                func=cst.Attribute(value=cst.Name(value=changed), attr=cst.Name("update"))
            ):
                pass
            case _:
                continue
        if changed == name:
            return True
    return False


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
