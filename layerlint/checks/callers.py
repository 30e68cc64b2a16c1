"""Who calls a layer in the project, and what it is told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import libcst as cst

from layerlint.model.calls import is_name, is_super_call, keyword

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module
    from layerlint.model.project import Project


def is_sublayer(layer: LayerClass) -> bool:
    """Whether other layers of the project hold the class: then those are called by `fit`."""
    return id(layer) in _uses(layer.project)


def always_told(layer: LayerClass) -> bool:
    """Whether the project's layers hold the class, and pass `training` whenever they call it."""
    calls = _uses(layer.project).get(id(layer), [])
    return bool(calls) and all(calls)


def passed_by_name(layer: LayerClass, name: str) -> bool:
    """Whether some call in the project's layer modules passes an argument called `name`."""
    for module in _modules(layer.project):
        if name not in module.text:
            continue
        for node in module.walk():
            if isinstance(node, cst.Call) and not is_super_call(node):
                argument = keyword(node, name)
                if argument is not None and not is_name(argument.value, name):
                    return True
    return False


def trains_itself(layer: LayerClass) -> Literal["told", "untold"] | None:
    """Whether the class has a `train_step`, and that says `training=` whenever it calls the model.

    None where Keras's own `train_step` calls it.
    """
    method = layer.method("train_step")
    if method is None:
        return None
    for node in method.own_nodes():
        if not isinstance(node, cst.Call):
            continue
        if isinstance(node.func, cst.Attribute) and is_super_call(node.func.value):
            return None
        if is_name(node.func, method.self_name) and keyword(node, "training") is None:
            return "untold"
    return "told"


@lru_cache(maxsize=1)
def _uses(project: Project) -> dict[int, list[bool]]:
    """For each class that another one holds: of every call of it, whether it passes the flag."""
    found: dict[int, list[bool]] = {}
    for layer in _layers(project):
        for sublayer in layer.all_sublayers:
            if sublayer.layer is not None and sublayer.layer is not layer:
                found.setdefault(id(sublayer.layer), [])
        for effect in layer.forward.of("sublayer-call"):
            if effect.sublayer is not None and effect.sublayer.layer is not None:
                told = effect.training is not None
                found.setdefault(id(effect.sublayer.layer), []).append(told)
    return found


def _layers(project: Project) -> Iterator[LayerClass]:
    for header in project.hierarchy.all_layers():
        yield project.layer_class(header.header)


def _modules(project: Project) -> Iterator[Module]:
    for path in dict.fromkeys(layer.module.path for layer in _layers(project)):
        yield project.module(path)
