"""Who makes a layer: whether only other layers and models of the project construct the class.

Such a layer is saved through its owner, which makes it anew: `.keras`, `.h5` and SavedModel of the
owner save and load without the `get_config` of what it holds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layerlint.queries.class_uses import Uses, makings
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

_OFFERS = re.compile(r"serializable\b|export", re.IGNORECASE)


def made_by_owners_only(layer: LayerClass) -> bool:
    """Whether other layers or models of the project make the class, and nothing else does.

    A registry that a decorator keeps the class in stands for those that ask it for layers.

    False for a class that nothing makes, and for one that a package exports by name, or that a
    decorator exports or registers with Keras: these are there for others to use.
    """
    return layer.facts(_is_private)


def made_within_owners(layer: LayerClass) -> bool:
    """As `made_by_owners_only`, and whether or not a decorator offers the class to others as well.

    For what cannot happen to a part of a model: in the project nobody does it.
    """
    return layer.facts(_owners) is not None


def _is_private(layer: LayerClass) -> bool:
    if not layer.name.startswith("_") and any(
        _OFFERS.search(layer.module.source(each)) for each in layer.node.decorators
    ):
        return False
    return made_within_owners(layer)


def made_within_models(layer: LayerClass) -> bool:
    """Whether subclassed models make the class, and layers that only these make, and nothing else.

    Their `call` is run with that of the model, also where it only makes its weights. A package may
    export them all the same: it is seen to run them so, and nothing else is.
    """
    pending, seen = [layer], {layer}
    while pending:
        owners = pending.pop().facts(_owners_in_project)
        if not owners:
            return False
        pending += {owner for owner in owners if owner.kind != "model"} - seen
        seen.update(owners)
    return True


def only_called_on_the_spot(layer: LayerClass) -> bool:
    """Whether each that is made is called where it is made, and kept by nobody: `Block(64)(x)`.

    So are the layers of a functional model, whatever their class extends.
    """
    return layer.facts(_is_called_on_the_spot)


def _is_called_on_the_spot(layer: LayerClass) -> bool:
    return makings(layer, _is_called)


def _is_called(module: Module, made: cst.Call) -> bool:
    call = module.parent(made)
    return isinstance(call, cst.Call) and call.func is made


def _owners(layer: LayerClass) -> set[LayerClass] | None:
    """The classes that make a class; None where something else does, or nothing."""
    return _makers(layer, exported=False)


def _owners_in_project(layer: LayerClass) -> set[LayerClass] | None:
    """The same, whether or not a package names the class among what it imports for others."""
    return _makers(layer, exported=True)


def _makers(layer: LayerClass, *, exported: bool) -> set[LayerClass] | None:
    uses = Uses(layer.project, exported=exported)
    by_owners = uses.all_by_owners(layer.name, layer.node, layer.module)
    return uses.owners if by_owners and "." not in layer.qualname else None
