"""Functions of TensorFlow and Keras that no gradient passes.

Known by the last part of their name, as in `layerlint.facts.tensors`; tests/facts/test_gradients.py
differentiates each of them.
"""

from __future__ import annotations

from layerlint.facts.namespaces import keras_name, tf_name

# Their result is a float like the argument, and a loss can be computed of it.
FLOAT_CUTS = frozenset({"ceil", "floor", "rint", "round", "sign", "stop_gradient"})
# Their result is an integer or a boolean.
WHOLE_CUTS = frozenset(
    {"argmax", "argmin", "argsort", "equal", "greater", "greater_equal", "less", "less_equal"}
    | {"logical_and", "logical_not", "logical_or", "not_equal", "searchsorted"}
)
# What makes floats again of integers and booleans.
TO_FLOATS = frozenset({"cast", "embedding_lookup", "gather", "one_hot", "take", "where"})
# What keeps numbers as they are, in another form or number, and lets their gradient pass.
MOVES = frozenset(
    {"boolean_mask", "cast", "concat", "concatenate", "convert_to_tensor", "expand_dims", "gather"}
    | {"gather_nd", "ravel", "reduce_mean", "reduce_sum", "reshape", "squeeze", "stack"}
    | {"take", "transpose"}
)


def gradient_function(name: str | None) -> str | None:
    """The last part of a name within TensorFlow or Keras, None for any other."""
    if name is None:
        return None
    inside = keras_name(name) or tf_name(name)
    return inside.rpartition(".")[2] if inside else None
