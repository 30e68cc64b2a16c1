"""Scripts that define a class, make it and are done: nobody else does anything with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layerlint.queries.application import RUNS
from layerlint.queries.saving_practice import HDF5, never_in_hdf5
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

_SAVES = re.compile(
    r"\.save\b|save_weights|save_model|load_model|load_weights|ModelCheckpoint|clone_model"
    r"|BackupAndRestore|to_json|\.keras\b(?=[\"'])|\.h5\b|hdf5"
)


def never_saved(layer: LayerClass) -> bool:
    """Whether a class is its script's own, which saves and loads nothing."""
    return is_of_script(layer) and _SAVES.search(layer.module.text) is None


def runs_and_saves_nothing(layer: LayerClass) -> bool:
    """The same of a script that is seen to run models, and so to be done when it has."""
    return never_saved(layer) and any(word in layer.module.text for word in RUNS)


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
    """Whether another file imports from the module, and has the name of the class."""
    index, name = layer.project.index, re.escape(layer.name)
    last = module.name.rpartition(".")[2]
    stem = re.escape(last)
    imports = rf"\bfrom\s+[.\w]*\b{stem}\s+import\b|\b{stem}\.{name}\b"
    naming = set(index.having(layer.name, rf"\b{name}\b")) - {module.path}
    return bool(naming.intersection(index.having(last, imports)))
