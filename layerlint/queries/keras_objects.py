"""Losses, metrics, optimizers, schedules, regularizers and the like that a module defines.

Like layers they have a constructor and a `get_config`; they are no layers, and a check about layers
is given them only where it asks for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.facts.objects import OBJECT_KINDS, OBJECT_ROOTS
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AllOf, AnyOf, HoldsObject
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

# One of these words is in every file that names the base class of a kind, or one of its others by
# way of the module of Keras that has it.
NAMES = frozenset(part for name in OBJECT_ROOTS for part in name.split("."))
HAS_OBJECTS = AllOf(AnyOf(*NAMES), HoldsObject())


def keras_objects(module: Module) -> list[LayerClass]:
    """The classes of the module that are such objects, in source order; `kind` says which."""
    return module.once(_objects)


def classes_of(subject: LayerClass | Module) -> list[LayerClass]:
    """What a check of layers and of such objects looks at: the layer, or the module's objects."""
    return [subject] if isinstance(subject, LayerClass) else keras_objects(subject)


def is_object(layer: LayerClass) -> bool:
    """Whether a class is such an object, and no layer."""
    return layer.kind in OBJECT_KINDS


def is_direct(found: LayerClass) -> bool:
    """Whether nothing of Keras but the base class of the kind is inherited."""
    return found.complete and len(found.keras_bases) == 1 and found.keras_bases[0] in OBJECT_ROOTS


def stores(found: LayerClass, name: str) -> bool:
    """Whether the constructor keeps an argument under a name of its own."""
    constructor = found.constructor
    for node in walk_kinds(constructor.node, cst.Assign) if constructor is not None else ():
        if any(self_attribute(target.target) is not None for target in node.targets):
            for inner in walk_kinds(node.value, cst.Name):
                if inner.value == name:
                    return True
    return False


def _objects(module: Module) -> list[LayerClass]:
    return module.project.objects_of(module.path)
