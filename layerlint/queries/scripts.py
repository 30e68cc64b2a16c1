"""Scripts that define a class, make it and are done: nobody else does anything with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layerlint.project.importers import importers
from layerlint.project.raw_text import CODE
from layerlint.queries.application import RUNS
from layerlint.queries.local_bindings import names_in
from layerlint.queries.saving_practice import HDF5, never_in_hdf5
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

_RUNS = [re.compile(pattern) for pattern in RUNS.values()]
_SAVES = re.compile(
    CODE
    + r"(?:\.save\b|save_weights|save_model|load_model|load_weights|ModelCheckpoint|clone_model"
    r"|BackupAndRestore|to_json|\.keras\b(?=[\"'])|\.h5\b|hdf5)"
)
# What needs no config: weights alone, and a SavedModel, which is what a path without an extension
# stands for on Keras 2; Keras 3 refuses to write one there.
_WITHOUT_CONFIGS = re.compile(
    r"\.(?:save|load)_weights\([^()\n]*\)"
    r"|\b(?:save|load_model|save_model)\((?:[\w.]+,)?\s*f?([\"'])[\w/\\{}-]*"
    r"(?:\.{1,2}/[\w/\\{}-]*)?\1[^()\n]*\)"
    r"|\bModelCheckpoint\((?:[^()]|\([^()]*\)){0,400}\bsave_weights_only\s*=\s*True\b"
)


def never_saved(layer: LayerClass) -> bool:
    """Whether a class is its script's own, which saves and loads nothing."""
    return is_of_script(layer) and _SAVES.search(layer.module.text) is None


def runs_and_needs_no_config(layer: LayerClass) -> bool:
    """Whether a script is seen to run models of its own class, and saves none by a config.

    It saves nothing at all, weights alone or SavedModels.
    """
    module = layer.module
    return (
        is_of_script(layer)
        and any(map(module.shows, _RUNS))
        and _SAVES.search(_WITHOUT_CONFIGS.sub("", module.text)) is None
    )


def never_saved_to_hdf5(layer: LayerClass) -> bool:
    """Whether a class is its script's own, or its application's, and that writes no HDF5 file."""
    if HDF5.search(layer.module.text) is not None:
        return False
    return is_of_script(layer) or never_in_hdf5(layer.module)


def is_of_script(layer: LayerClass) -> bool:
    """Whether the module is run and makes the class, and no other file takes it from there."""
    return layer.facts(_is_of_script)


def _is_of_script(layer: LayerClass) -> bool:
    module = layer.module
    if module.path.endswith(".ipynb"):
        return True  # nobody imports a notebook
    return layer.name in module.once(_names_made) and not _is_taken(layer, module)


def _names_made(module: Module) -> frozenset[str]:
    """The names that a module calls where it is run, outside of its classes."""
    run = "__main__" in module.text
    return frozenset(
        node.func.value
        for node in walk_kinds(module.tree, cst.Call)
        if type(node.func) is cst.Name
        and module.class_of(node) is None
        and (run or module.function(node) is None)
    )


def _is_taken(layer: LayerClass, module: Module) -> bool:
    """Whether another file imports the module, and names the class or what uses it there."""
    takers = module.once(_takers)
    return bool(takers) and any(
        takers.intersection(layer.project.index.having(name)) for name in _users(layer.name, module)
    )


def _takers(module: Module) -> frozenset[str]:
    """The files that import the module, or a package that may pass on what it has."""
    index = module.project.index
    found, pending = {module.path}, [module.path]
    while pending:
        users = set(importers(index, pending.pop())) - found
        found |= users
        pending += (user for user in users if index.importing(user).is_package)
    return frozenset(found - {module.path})


def _users(name: str, module: Module) -> set[str]:
    """A name of the top level, and the classes and functions there that come to mention it."""
    used_by = module.once(_used_by)
    found, pending = {name}, [name]
    while pending:
        users = used_by.get(pending.pop(), set()) - found
        found |= users
        pending += users
    return found


def _used_by(module: Module) -> dict[str, set[str]]:
    """The classes and functions of the top level that mention each name."""
    found: dict[str, set[str]] = {}
    for node in module.tree.body:
        if isinstance(node, (cst.ClassDef, cst.FunctionDef)):
            for mentioned in module.facts(node, names_in):
                found.setdefault(mentioned, set()).add(node.name.value)
    return found
