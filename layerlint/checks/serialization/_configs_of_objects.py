"""Losses, metrics, regularizers, initializers and constraints that are saved without arguments.

Keras makes no config for them by itself, as it does for a layer: the base's `get_config` knows the
name alone, or raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.objects import with_article
from layerlint.findings import Finding
from layerlint.model.config import config_method
from layerlint.model.constructor import base_arguments
from layerlint.queries.class_uses import makings
from layerlint.queries.config_practice import restored_from_configs, told_to_keras
from layerlint.queries.construction_sites import made_by_owners_only
from layerlint.queries.keras_objects import is_direct, keras_objects, stores
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Parameter
    from layerlint.model.module import Module

# Losses and metrics are made again from their configs only where a compiled model is loaded.
# Much else has a `save`, as managers of checkpoints have.
_SAVES = re.compile(
    r"\b(?:load|clone)_model\b|\bregister_keras_serializable\b"
    r"|(?:(?i:(?<=model)|(?<=net)|(?<=network)|(?<=gan)|(?<=coder)|(?<=generator))|(?<=\bself))\.save\("
)


def objects_without_config(module: Module) -> Iterator[Finding]:
    """Report the first argument that is lost, at the constructor."""
    for found in keras_objects(module):
        constructor = found.methods.get("__init__")
        if constructor is None or not is_direct(found) or config_method(found) is not None:
            continue
        lost = _lost(found)
        if lost is not None and _restored(found):
            argument, effect = lost
            fields = {
                "layer": found.name,
                "kind": with_article(found.kind),
                "argument": argument.name,
                "effect": effect,
            }
            yield Finding(constructor.node.name, "object", fields)


def _restored(found: LayerClass) -> bool:
    """Whether a config of the class is of use to anybody."""
    if made_by_owners_only(found) or _is_kept_private(found):
        return False
    return told_to_keras(found.module, found.node) or restored_from_configs(found.module)


def _is_kept_private(found: LayerClass) -> bool:
    """Whether those that are made of a private class are parts of objects that save none.

    What Keras gets of them by `add_weight`, it puts into no config.
    """
    return found.name.startswith("_") and makings(found, _is_part)


def _is_part(module: Module, made: cst.Call) -> bool:
    match parent := module.parent(made):
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Attribute(value=cst.Name("self")))]):
            pass
        case cst.Arg():
            call = module.parent(parent)
            function = call.func if isinstance(call, cst.Call) else None
            if not isinstance(function, cst.Attribute) or function.attr.value != "add_weight":
                return False
        case _:
            return False
    owner = module.class_around(made)
    return owner is not None and not any(
        function.name.value == "get_config" for function in walk_kinds(owner, cst.FunctionDef)
    )


def _lost(found: LayerClass) -> tuple[Parameter, str] | None:
    constructor = found.constructor
    arguments = [
        each
        for each in (constructor.parameters[1:] if constructor is not None else ())
        if each.kind in ("positional", "keyword")
        and each.name not in base_arguments(found)
        and stores(found, each.name)
    ]
    required = next((each for each in arguments if each.default is None), None)
    if found.kind == "schedule" and not _SAVES.search(found.module.text):
        return None  # models that are not saved whole need no config of their optimizer's rate
    if found.kind in ("regularizer", "schedule"):
        return (arguments[0], "is out of the question: saving raises") if arguments else None
    saves = _SAVES.search(found.module.text) is not None
    if required is not None and (found.kind in ("initializer", "constraint") or saves):
        return required, "raises"
    if found.kind == "initializer" or not arguments or not saves:
        return None
    return arguments[0], "takes its default"
