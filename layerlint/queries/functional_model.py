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
