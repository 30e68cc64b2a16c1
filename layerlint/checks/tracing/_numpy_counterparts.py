"""The functions of TensorFlow and `keras.ops` that do what a NumPy function does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.facts.numpy import KERAS_COUNTERPARTS, TENSORFLOW_COUNTERPARTS
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace, spell
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.module import Module

_KEYWORDS = frozenset({"axis", "keepdims", "dtype"})


def counterpart(call: cst.Call, name: str, module: Module) -> Fix | None:
    """Call the function that does the same on tensors; None where there is none for certain."""
    last = name.rpartition(".")[2]
    keywords = {item.keyword.value for item in call.args if item.keyword is not None}
    if any(item.star for item in call.args) or not keywords <= _KEYWORDS:
        return None
    if uses_tensorflow(module):
        target = TENSORFLOW_COUNTERPARTS.get(last)
        name = f"tensorflow.{target}"
    else:
        target = last if last in KERAS_COUNTERPARTS else None
        name = f"keras.ops.{target}"
    if target is None or "dtype" in keywords:
        return None
    spelled, edits = spell(module, call, name)
    return Fix(f"Call `{spelled}`", (*replace(module, call.func, spelled), *edits), "unsafe")


def uses_tensorflow(module: Module) -> bool:
    """Whether the file imports TensorFlow itself, or may run on a Keras without `keras.ops`."""
    if module.generations != {3}:
        return True
    return any(
        target == "tensorflow" for targets in module.index.bindings.values() for target in targets
    )
