"""Does a layer class itself do something else in training? Taking the flag is not using it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.facts.modes import UNKNOWN, mode_of
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    NOT_LITERAL,
    bind,
    is_name,
    is_super_call,
    literal,
    self_attribute,
)
from layerlint.syntax.walk import is_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

FLAG = "training"


def decides_by_mode(layer: LayerClass) -> bool | None:
    """Whether a method of `layer` asks for the flag it is given, or its Keras base does.

    Passing the flag on to sublayers decides nothing: ask the sublayers. A constructor that takes
    it keeps a setting, which no mode changes. None where the base is a Keras layer whose
    constructor arguments decide.
    """
    told = (each for each in layer.effective_methods() if each.takes(FLAG))
    if any(_asks(method) for method in told if method.name != "__init__"):
        return True
    return base_decides(layer)


def known_arguments(call: cst.Call, names: Sequence[str]) -> dict[str, object]:
    """What a call is given, by parameter: values that are written out, `UNKNOWN` for others."""
    given = {name: literal(node) for name, node in bind(call, names).items()}
    return {name: UNKNOWN if value is NOT_LITERAL else value for name, value in given.items()}


def base_decides(layer: LayerClass) -> bool | None:
    """Whether the Keras layer that the class derives from behaves differently in training."""
    modes = [mode for base in layer.keras_bases if (mode := mode_of(base)) is not None]
    if any(not mode.opaque and mode.rates == mode.positional and not mode.held for mode in modes):
        return True  # always, or by a rate that everybody has to give
    return None if modes else False


def _asks(method: Method) -> bool:
    """Whether the method uses its flag for more than passing it on."""
    return any(
        is_name(node, FLAG) and not _passed_on(node, method) for node in method.own_nodes(cst.Name)
    )


def _passed_on(name: cst.Name, method: Method) -> bool:
    """Whether the name is the parameter itself, a keyword, or an argument for another layer."""
    parent = method.module.parent(name)
    if isinstance(parent, (cst.Param, cst.Del)) or is_label(name):
        return True
    if not isinstance(parent, cst.Arg):
        return False
    call = method.module.parent(parent)
    if not isinstance(call, cst.Call):
        return False
    function = call.func
    if isinstance(function, cst.Attribute) and is_super_call(function.value):
        return True
    while isinstance(function, (cst.Attribute, cst.Subscript)):
        if self_attribute(function, method.self_name) is not None:
            return True
        function = function.value
    # A local that holds a layer; a function that can be named is a use.
    return isinstance(function, cst.Name) and method.module.resolve(function) is None
