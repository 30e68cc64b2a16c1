"""Models that are only used as a layer of others: `fit` trains those, and its flag reaches all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.queries.class_uses import makings
from layerlint.syntax import cst
from layerlint.syntax.matching import last_part

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module


def only_in_models(layer: LayerClass) -> bool:
    """Whether each that is made is called where it is made, or stands in a `Sequential([...])`.

    A package may export the class all the same.
    """
    return layer.facts(_is_only_in_models)


def _is_only_in_models(layer: LayerClass) -> bool:
    return makings(layer, _is_part, exported=True)


def _is_part(module: Module, made: cst.Call) -> bool:
    match module.parent(made):
        case cst.Call(func=called):
            return called is made
        case cst.Element() as element:
            return _is_sequential(module, module.parent(element))
    return False


def _is_sequential(module: Module, layers: cst.CSTNode | None) -> bool:
    given = module.parent(layers) if isinstance(layers, (cst.List, cst.Tuple)) else None
    call = module.parent(given) if isinstance(given, cst.Arg) else None
    keras = module.keras(call.func) if isinstance(call, cst.Call) else None
    return keras is not None and last_part(keras) == "Sequential"
