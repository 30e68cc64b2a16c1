"""Whether anybody restores what a module defines from a config: what the project is seen to do.

That a class has no config is true of every class without one, and nobody's bug in a package that
keeps checkpoints of weights only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layerlint.project.raw_text import CODE
from layerlint.project.saving import saves_models, writes_configs
from layerlint.queries.saving_practice import (
    keeps_weights_only,
    never_saved_whole,
    reads_weights_only,
)
from layerlint.queries.scripts import runs_and_needs_no_config

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module
    from layerlint.syntax import cst

# `custom_objects={"Gate": Gate}` and `get_custom_objects()["Gate"] = Gate`.
_CUSTOM_OBJECTS = CODE + (
    r"(?:custom_object|CustomObjectScope)\w{0,99}(?:\(\))?(?:\.update)?"
    r"[\s=:({\[][^)}\]]{0,600}?\b%s\b"
)
_REGISTRATION = re.compile(r"\bregister\w*_serializable\b")


def restored_from_configs(module: Module) -> bool:
    """Whether somebody makes what a module defines again from a config.

    Nobody does in an application that is seen to run its models and to save no whole one, or to
    keep their weights alone.
    """
    return restored(module) and not (never_saved_whole(module) or keeps_weights_only(module))


def config_never_read(layer: LayerClass) -> bool:
    """Whether nobody makes a class again from its config: its application reads weights alone.

    Or its script, or its notebook, runs models and saves nothing. Not of a class that is registered
    with Keras: that is done for files of whole models.
    """
    if _is_registered(layer):
        return False
    return layer.module.once(reads_weights_only) or runs_and_needs_no_config(layer)


def config_never_written(layer: LayerClass) -> bool:
    """Whether nobody asks for the config of a class: its application keeps weights alone."""
    return not _is_registered(layer) and keeps_weights_only(layer.module)


def _is_registered(layer: LayerClass) -> bool:
    return any(map(_is_registration, map(layer.module.source, layer.node.decorators)))


def _is_registration(decorator: str) -> bool:
    return _REGISTRATION.search(decorator) is not None


def restored(module: Module) -> bool:
    """Whether the package of a module saves models whole, or its folder gives classes configs.

    True of a module that lies in no package: it is for others, who are not seen.
    """
    if "." not in module.name and not module.index.is_package:
        return True
    index = module.project.index
    return saves_models(index, module.path) or writes_configs(index, module.path)


def told_to_keras(module: Module, node: cst.ClassDef) -> bool:
    """Whether a class is registered, or the project names it among custom objects."""
    if any(_is_registration(module.source(each)) for each in node.decorators):
        return True
    name = node.name.value
    return bool(module.project.index.having(name, _CUSTOM_OBJECTS % re.escape(name)))
