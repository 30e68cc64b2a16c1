"""How a file says the name of a Keras or TensorFlow object: through the imports that it has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.namespaces import keras_name, namespace, tf_name
from layerlint.fixes.names import add_import

if TYPE_CHECKING:
    from layerlint.fixes.edit import Edit
    from layerlint.model.module import Module
    from layerlint.syntax import cst


def spell(module: Module, near: cst.CSTNode, name: str) -> tuple[str, list[Edit]]:
    """The expression for `name` at the place of `near`, and the import that it needs, if any.

    `name` is `"keras.ops.mean"`, whatever Keras is called in the file, or `"tensorflow.shape"`.
    A file with `from tensorflow import keras` says `keras.ops.mean`, one with `from keras import
    layers` gets `from keras import ops` and says `ops.mean`.
    """
    package, _, rest = name.partition(".")
    known = _known(module, near)
    if package == "tensorflow":
        bound = next((bound for bound, target in known if tf_name(target) == ""), None)
        if bound is not None:
            return f"{bound}.{rest}", []
        return f"tf.{rest}", add_import(module, "import tensorflow as tf")
    parts = rest.split(".")
    for depth in range(len(parts), -1, -1):
        prefix = ".".join(parts[:depth])
        for bound, target in known:
            if keras_name(target) == prefix:
                return ".".join([bound, *parts[depth:]]), []
    for bound, target in known:
        if tf_name(target) == "":
            return f"{bound}.keras.{rest}", []
    return _imported(module, rest)


def _known(module: Module, near: cst.CSTNode) -> list[tuple[str, str]]:
    """The names of the module level that can be used at `near`, and what they stand for."""
    return [
        (bound, module.project.canonical(targets[0], module.path))
        for bound, targets in module.index.bindings.items()
        if targets and module.scope_of(near, bound) is None
    ]


def _imported(module: Module, rest: str) -> tuple[str, list[Edit]]:
    """The name through an import from the package that the file has its Keras from."""
    home = _home(module)
    first = rest.partition(".")[0]
    if first not in module.index.bindings and "." in rest and first != "random":
        return rest, add_import(module, f"from {home} import {first}")
    root = {
        "tensorflow.keras": "from tensorflow import keras",
        "tf_keras": "import tf_keras as keras",
    }
    return f"keras.{rest}", add_import(module, root.get(home, "import keras"))


def _home(module: Module) -> str:
    """The package that most of the file's Keras names come from."""
    counted = Counter(_homes(module))
    if counted:
        return counted.most_common(1)[0][0]
    return "keras" if module.generations == {3} else "tensorflow.keras"


def _homes(module: Module) -> Iterator[str]:
    for targets in module.index.bindings.values():
        found = namespace(targets[0]) if targets else None
        if found in ("keras", "tf_keras", "tensorflow.keras"):
            yield found
