"""How those who use a module save what it defines: as whole models, as weights alone, or never."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from layerlint.project.saving import READS_CONFIGS, WEIGHT_FILES, WHOLE_MODELS
from layerlint.queries.application import (
    RUNS,
    any_has,
    anywhere,
    application,
    around,
    is_example,
    is_of_application,
)

if TYPE_CHECKING:
    from layerlint.model.module import Module

HDF5 = re.compile(r"\.h5\b|hdf5|HDF5|\bh5py\b|[\"']h5[\"']")
_HDF5 = dict.fromkeys(("h5", "hdf5", "HDF5"), HDF5.pattern)
_KERAS_FILE = r"\.keras\b[\"'}]"


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
    if not is_of_application(module):
        return False
    index = module.project.index
    written = {
        path
        for word, pattern in WEIGHT_FILES.items()
        for path in index.mentioning(word, pattern)
        if not is_example(path)
    }
    return bool(written) and not any(
        anywhere(module, each) for each in (WHOLE_MODELS, READS_CONFIGS)
    )


def never_in_hdf5(module: Module) -> bool:
    """Whether the module is an application's, and none of that is about HDF5 files.

    Another part of the repository may be, where those who run the models of this one are seen.
    Layers that no program of the repository runs are for others to use.
    """
    if not is_of_application(module):
        return False
    if not anywhere(module, _HDF5):
        return anywhere(module, RUNS)
    files = module.once(application)
    return not any_has(module, _beside(module) if files is None else files, _HDF5)


def _beside(module: Module) -> frozenset[str]:
    """The files of the module's folder and below: a program of its own, where nobody runs it."""
    folder = os.path.dirname(os.path.abspath(module.path)) + os.sep
    paths = module.project.index.paths
    return frozenset(paths[path] for path in paths if path.startswith(folder))


def keeps_no_keras_file(module: Module) -> bool:
    """Whether those who use the module run models or keep weights, and have no `.keras` file."""
    files = module.once(around)
    if files is None or any_has(module, files, {".keras": _KERAS_FILE}):
        return False
    return any_has(module, files, {**RUNS, **_HDF5})
