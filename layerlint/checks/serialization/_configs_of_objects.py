"""Losses, metrics, regularizers, initializers and constraints that are saved without arguments.

Keras makes no config for them by itself, as it does for a layer: the base's `get_config` knows the
name alone, or raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.findings import Finding
from layerlint.queries.keras_objects import KerasObject, keras_objects

if TYPE_CHECKING:
    from layerlint.model.methods import Parameter
    from layerlint.model.module import Module

_OF_BASE = frozenset({"dtype", "name", "reduction"})
# Losses and metrics are made again from their configs only where a compiled model is loaded.
_SAVES = re.compile(r"\bload_model\b|\bregister_keras_serializable\b|\.save\(|\bclone_model\b")


def objects_without_config(module: Module) -> Iterator[Finding]:
    """Report the first argument that is lost, at the constructor."""
    for found in keras_objects(module):
        constructor = found.methods.get("__init__")
        if constructor is None or not found.direct or "get_config" in found.methods:
            continue
        if not any(constructor is line for line in found.node.body.body):
            continue
        lost = _lost(found)
        if lost is not None:
            argument, effect = lost
            fields = {
                "layer": found.name,
                "kind": found.kind,
                "argument": argument.name,
                "effect": effect,
            }
            yield Finding(constructor.name, "object", fields)


def _lost(found: KerasObject) -> tuple[Parameter, str] | None:
    arguments = [
        each
        for each in found.parameters("__init__")
        if each.kind in ("positional", "keyword")
        and each.name not in _OF_BASE
        and found.stored(each.name)
    ]
    required = next((each for each in arguments if each.default is None), None)
    if found.kind == "regularizer":
        return (arguments[0], "is out of the question: saving raises") if arguments else None
    saves = _SAVES.search(found.module.text) is not None
    if required is not None and (found.kind in ("initializer", "constraint") or saves):
        return required, "raises"
    if found.kind == "initializer" or not arguments or not saves:
        return None
    return arguments[0], "takes its default"
