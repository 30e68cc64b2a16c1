"""The functions of TensorFlow and `keras.ops` that do what a NumPy function does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import libcst as cst

from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace, spell

if TYPE_CHECKING:
    from layerlint.model.module import Module

# By NumPy's name: TensorFlow's, where the arguments are the same or only keywords differ. Those of
# `keras.ops` have NumPy's names.
TENSORFLOW = {
    "abs": "abs",
    "absolute": "abs",
    "add": "add",
    "arccos": "acos",
    "arcsin": "asin",
    "arctan": "atan",
    "ceil": "math.ceil",
    "clip": "clip_by_value",
    "cos": "cos",
    "cosh": "cosh",
    "cumsum": "cumsum",
    "divide": "divide",
    "equal": "equal",
    "exp": "exp",
    "expand_dims": "expand_dims",
    "expm1": "math.expm1",
    "floor": "floor",
    "greater": "greater",
    "isfinite": "math.is_finite",
    "isinf": "math.is_inf",
    "isnan": "math.is_nan",
    "less": "less",
    "log": "math.log",
    "log1p": "math.log1p",
    "matmul": "matmul",
    "max": "reduce_max",
    "maximum": "maximum",
    "mean": "reduce_mean",
    "min": "reduce_min",
    "minimum": "minimum",
    "multiply": "multiply",
    "ones_like": "ones_like",
    "power": "pow",
    "prod": "reduce_prod",
    "reshape": "reshape",
    "sign": "sign",
    "sin": "sin",
    "sinh": "sinh",
    "sqrt": "sqrt",
    "square": "square",
    "squeeze": "squeeze",
    "std": "math.reduce_std",
    "subtract": "subtract",
    "sum": "reduce_sum",
    "tan": "tan",
    "tanh": "tanh",
    "tile": "tile",
    "var": "math.reduce_variance",
    "where": "where",
    "zeros_like": "zeros_like",
}
_OPS = frozenset(TENSORFLOW) | {"concatenate", "stack", "transpose", "argmax", "repeat"}
_KEYWORDS = frozenset({"axis", "keepdims", "dtype"})


def counterpart(call: cst.Call, name: str, module: Module) -> Fix | None:
    """Call the function that does the same on tensors; None where there is none for certain."""
    last = name.rpartition(".")[2]
    keywords = {item.keyword.value for item in call.args if item.keyword is not None}
    if any(item.star for item in call.args) or not keywords <= _KEYWORDS:
        return None
    if _uses_tensorflow(module):
        target = TENSORFLOW.get(last)
        name = f"tensorflow.{target}"
    else:
        target = last if last in _OPS else None
        name = f"keras.ops.{target}"
    if target is None or "dtype" in keywords:
        return None
    spelled, edits = spell(module, call, name)
    return Fix(f"Call `{spelled}`", (*replace(module, call.func, spelled), *edits), "unsafe")


def _uses_tensorflow(module: Module) -> bool:
    """Whether the file imports TensorFlow itself, or may run on a Keras without `keras.ops`."""
    if module.generations != {3}:
        return True
    return any(
        target == "tensorflow" for targets in module.index.bindings.values() for target in targets
    )
