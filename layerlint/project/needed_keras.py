"""What one module shows of the Keras that it needs, by what it imports and uses itself."""

from __future__ import annotations

import os
import re
from functools import lru_cache

from layerlint.facts.dependents import (
    EARLY_HOME,
    KERAS_2_MODULES,
    NEED_KERAS_2,
    OF_OLD_TENSORFLOW,
    TENSORFLOW_1,
)
from layerlint.facts.generations import KERAS_2_PARTS, keras2_only
from layerlint.facts.multi_backend import multi_backend
from layerlint.facts.namespaces import namespace
from layerlint.project.imports import imports_dependent
from layerlint.project.old_uses import is_of_tensorflow_1

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from layerlint.project.headers import Importing
    from layerlint.project.index import ProjectIndex

_TENSORFLOW = "tensorflow"
# Layers of the copy of Keras 2 in TensorFlow: a model of Keras 3 does not know their weights. What
# is in its engine is about the inside of such layers and models.
_OF_COPY = re.compile(r"tensorflow\.python\.keras\.(?:layers\.(?:\w+\.)*[A-Z]\w*|engine\b.*)")


def needs_keras2(module: Importing) -> str | None:
    """Return why a module needs Keras 2; None where nothing in it does."""
    return imports_keras2(module) or (None if module.old_use is None else module.old_use[1])


def imports_keras2(module: Importing) -> str | None:
    """Return why a module can only be imported with Keras 2, whatever is run of it."""
    return next(filter(None, map(_import_needs_keras2, module.required)), None)


def files_of_keras2(index: ProjectIndex) -> frozenset[str]:
    """Return the absolute paths of the modules that cannot be imported on Keras 3."""
    users = {path for part in KERAS_2_PARTS for path in index.importing_a(part)}
    return frozenset(
        os.path.abspath(path) for path in users if imports_keras2(index.importing(path)) is not None
    )


def made_of_copy(module: Importing) -> str | None:
    """Return why a module that makes its models of parts of Keras 2 was written for that."""
    name = next(filter(_OF_COPY.fullmatch, module.required), None)
    return None if name is None else f"`{name}` is of Keras 2"


def shows_multi_backend(module: Importing) -> bool:
    """Tell whether a module imports or uses what is gone since Keras 2.4, or TensorFlow 2."""
    used = () if module.old_use is None else module.old_use[:1]
    return any(
        multi_backend(name) or is_of_tensorflow_1(name) for name in (*module.required, *used)
    )


def is_of_early_package(index: ProjectIndex, package: str) -> bool:
    """Tell whether a module of a package can be imported with Keras 2.3 or older alone.

    Where none of them knows the Keras of TensorFlow, the whole package is of those days.
    """
    shows, parts = False, (*KERAS_2_PARTS, _TENSORFLOW)
    for path in sorted({path for part in parts for path in index.importing_a(part)}):
        module = index.importing(os.path.abspath(path))
        if _package(module.name) == package:
            if uses_tf_keras(module):
                return False
            shows = shows or any(map(multi_backend, module.required))
    return shows


def uses_tf_keras(module: Importing) -> bool:
    """Tell whether a module imports from the Keras of TensorFlow."""
    return any(namespace(name) == "tensorflow.keras" for name in module.required)


def is_early(module: Importing) -> bool:
    """Tell whether a module needs a TensorFlow before 2.2, with the optimizers of those days."""
    return any(_package(name) == EARLY_HOME for name in module.required)


def stays(index: ProjectIndex, module: Importing) -> bool:
    """Tell whether a module that needs Keras 2 does because of a package that is not Keras.

    Nobody gets to what has to be moved to Keras 3 before that package is replaced.
    """
    return is_early(module) or imports_dependent(index, module) is not None


def _package(name: str) -> str:
    return name.partition(".")[0]


def _homes(name: str) -> Iterator[str]:
    """Yield a name and those of the modules around it."""
    while name:
        yield name
        name = name.rpartition(".")[0]


def _import_needs_keras2(name: str) -> str | None:
    """Return the same of a name that an import asks for, also where a lookup would find it."""
    home = next((each for each in KERAS_2_MODULES if name.startswith(f"{each}.")), None)
    if home is not None:
        return f"nothing can be imported from `{home}` on Keras 3"
    return name_needs_keras2(name)


@lru_cache(maxsize=4096)
def name_needs_keras2(name: str) -> str | None:
    """Return why a name that is imported needs Keras 2; None where it does not."""
    package = _package(name)
    if package in NEED_KERAS_2:
        return f"`{package}` needs Keras 2"
    if package == EARLY_HOME:
        return f"`{package}` is in no TensorFlow since 2.2, with Keras 2"
    if f"{name}.".startswith(f"{TENSORFLOW_1}."):
        return f"`{TENSORFLOW_1}` exists only on TensorFlow 1, with Keras 2"
    gone = next(filter(OF_OLD_TENSORFLOW.__contains__, _homes(name)), None)
    if gone is not None:
        return f"`{gone}` is in no TensorFlow that comes with Keras 3"
    only = keras2_only(name) or multi_backend(name)
    return f"`{name}` exists only on Keras 2" if only else None
