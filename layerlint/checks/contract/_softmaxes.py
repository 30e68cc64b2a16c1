"""What a softmax along the last axis is taken of: by a function, or by a layer, held or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.queries.held_values import maker_of
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal

if TYPE_CHECKING:
    from layerlint.model.module import Module

_FUNCTIONS = frozenset(
    {"activations.softmax", "backend.softmax", "nn.softmax", "ops.nn.softmax", "ops.softmax"}
)
_LAYERS = ("layers.Activation", "layers.Softmax")


def is_softmax(activation: cst.BaseExpression | None, module: Module) -> bool:
    """Whether an activation is the softmax, which works along the last axis."""
    if activation is None:
        return False
    return literal(activation) == "softmax" or _name(activation, module) in _FUNCTIONS


def normalized(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """What a call applies a softmax to, along the last axis; None for any other call."""
    if not call.args or call.args[0].star:
        return None
    if _name(call.func, module) in _FUNCTIONS:
        given = [each for each in call.args[1:] if each.keyword is None]
        axis = keyword(call, "axis") or keyword(call, "dim") or (given[0].value if given else None)
    elif len(call.args) == 1 and (layer := _softmax_layer(call, module)) is not None:
        axis = keyword(layer, "axis")
        if axis is None and module.keras(layer.func) == "layers.Softmax" and layer.args:
            axis = layer.args[0].value if layer.args[0].keyword is None else None
    else:
        return None
    return call.args[0].value if axis is None or literal(axis) == -1 else None


def _softmax_layer(call: cst.Call, module: Module) -> cst.Call | None:
    """What makes the layer that a call runs, if that does nothing but take a softmax."""
    layer = call.func if isinstance(call.func, cst.Call) else maker_of(call, module)
    name = module.keras(layer.func) if layer is not None else None
    if layer is None or name not in _LAYERS or any(each.star for each in layer.args):
        return None
    if name == "layers.Softmax":
        return layer
    first = layer.args[0].value if layer.args and layer.args[0].keyword is None else None
    given = first if first is not None else keyword(layer, "activation")
    return layer if is_softmax(given, module) else None


def _name(node: cst.BaseExpression, module: Module) -> str:
    return module.keras(node) or module.tf(node) or ""
