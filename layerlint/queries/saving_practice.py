"""How those who use a module save what it defines: as whole models, as weights alone, or never."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from layerlint.project.raw_text import CODE
from layerlint.project.saving import READS_CONFIGS, WEIGHT_FILES, WHOLE_MODELS
from layerlint.queries.application import (
    RUNS,
    any_has,
    anywhere,
    application,
    files_around,
    is_example,
    is_of_application,
)
from layerlint.queries.class_uses import Uses
from layerlint.syntax import cst
from layerlint.syntax.walk import around, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

HDF5 = re.compile(r"\.h5\b|hdf5|HDF5|\bh5py\b|[\"']h5[\"']")
_HDF5 = dict.fromkeys(("h5", "hdf5", "HDF5"), HDF5.pattern)
# A callback that writes whole models, as it does unless it is told otherwise; what asks for them.
_CALLBACK = {"ModelCheckpoint": WHOLE_MODELS["ModelCheckpoint"]}
_EXPLICIT = {word: pattern for word, pattern in WHOLE_MODELS.items() if word not in _CALLBACK}
_READ = {".load_weights(": CODE + r"\.load_weights\("}
# What is a part of another config by itself, by where it stands; each with its word in a file.
_NESTED = {"get_config()": "get_config", ".from_config(": "from_config"}
_OF_CONFIGS = frozenset(_NESTED.values())
# What needs configs also where a whole model is a SavedModel.
_BUT_BY_SAVING = {word: pattern for word, pattern in READS_CONFIGS.items() if word != ".save("}
_KERAS_FILE = CODE + r"\.keras\b[\"'}]"


def never_saved_whole(module: Module) -> bool:
    """Whether the module is an application's, which runs its models and saves no whole one."""
    files = module.once(application)
    return files is not None and not any_has(module, files, WHOLE_MODELS)


def keeps_weights_only(module: Module) -> bool:
    """Whether the module is an application's that writes weights, and nothing that needs a config.

    Where no file of the repository saves, loads or clones a whole model, no config is ever read.
    """
    return module.once(_keeps_weights_only)


def _keeps_weights_only(module: Module) -> bool:
    return module.once(reads_weights_only) and not anywhere(module, _CALLBACK)


def reads_weights_only(module: Module) -> bool:
    """Whether the module is an application's that makes no model again but by its weights.

    Its files of whole models are those that a callback writes, and that `load_weights` reads.
    """
    if not is_of_application(module):
        return False
    files = _READ if anywhere(module, _CALLBACK) else WEIGHT_FILES
    index = module.project.index
    has_files = any(
        not is_example(path)
        for word, pattern in files.items()
        for path in index.mentioning(word, pattern)
    )
    return has_files and not anywhere(module, _EXPLICIT) and not _reads_configs(module)


def _reads_configs(module: Module, practice: dict[str, str] = READS_CONFIGS) -> bool:
    """Whether something in the project needs configs of layers, but for making other configs."""
    index, project = module.project.index, module.project
    for word, pattern in practice.items():
        paths = index.mentioning(word, pattern)
        method = _NESTED.get(word)
        if method is None:
            if paths:
                return True
            continue
        users = list(project.readable(paths))
        if len(users) < len(paths) or any(_reads(user, method) for user in users):
            return True
    return False


def _reads(user: Module, method: str) -> bool:
    return any(
        isinstance(call.func, cst.Attribute)
        and call.func.attr.value == method
        and not _is_nested(user, call)
        for call in walk_kinds(user.tree, cst.Call)
    )


def _is_nested(user: Module, node: cst.CSTNode) -> bool:
    """Whether code only runs where a config is made, by itself or in a function for that."""
    if _is_in_config(node):
        return True
    functions = list(around(node, cst.FunctionDef))
    if len(functions) != 1 or user.class_of(node) is not None:
        return False
    function = functions[0]
    users = list(Uses(user.project).mentions(function.name.value, function, user))
    return bool(users) and all(_is_in_config(mention) for _, mention in users)


def _is_in_config(node: cst.CSTNode) -> bool:
    return any(each.name.value in _OF_CONFIGS for each in around(node, cst.FunctionDef))


def never_in_hdf5(module: Module) -> bool:
    """Whether the module is an application's, and none of that is about HDF5 files.

    Another part of the repository may be, where those who run the models of this one are seen.
    Layers that no program of the repository runs are for others to use, but for those of a package
    that keeps weights itself, and has no word for such a file.
    """
    if not anywhere(module, _HDF5):
        return anywhere(module, RUNS if is_of_application(module) else WEIGHT_FILES)
    if not is_of_application(module):
        return False
    files = module.once(application)
    return not any_has(module, _beside(module) if files is None else files, _HDF5)


def saves_traces_alone(module: Module) -> bool:
    """Whether the whole models that Keras 2 keeps of a module are SavedModels, made of no config.

    These hold what `call` does, and are loaded without the class.
    """
    return never_in_hdf5(module) and not _reads_configs(module, _BUT_BY_SAVING)


def _beside(module: Module) -> frozenset[str]:
    """The files of the module's folder and below: a program of its own, where nobody runs it."""
    folder = os.path.dirname(os.path.abspath(module.path)) + os.sep
    paths = module.project.index.paths
    return frozenset(paths[path] for path in paths if path.startswith(folder))


def keeps_no_keras_file(module: Module) -> bool:
    """Whether those who use the module run models or keep weights, and have no `.keras` file."""
    files = module.once(files_around)
    if files is None or any_has(module, files, {".keras": _KERAS_FILE}):
        return False
    return any_has(module, files, {**RUNS, **_HDF5})
