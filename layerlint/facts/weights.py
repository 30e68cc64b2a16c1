"""`Layer.add_weight`: its parameters in each generation, and how they are spelled.

Read off keras 3.15 and tf_keras 2.21; tests/facts/test_weights.py holds the tables against the
installed libraries.
"""

from __future__ import annotations

# The positional parameters, in order.
_POSITIONAL: dict[int, tuple[str, ...]] = {
    2: (
        "name",
        "shape",
        "dtype",
        "initializer",
        "regularizer",
        "trainable",
        "constraint",
        "use_resource",
        "synchronization",
        "aggregation",
    ),
    3: ("shape", "initializer", "dtype"),
}
# Those of `tf.Variable`, of `keras.backend.variable` and of `keras.Variable`, the first ones.
VARIABLE_PARAMETERS = ("initial_value", "trainable", "validate_shape", "caching_device", "name")
BACKEND_VARIABLE_PARAMETERS = ("initial_value", "dtype", "name", "constraint")
KERAS_VARIABLE_PARAMETERS = ("initializer", "shape", "dtype", "trainable", "autocast")
# What a variable of TensorFlow and a weight of Keras have in common.
COMMON_MEMBERS = frozenset(
    {"assign", "assign_add", "assign_sub", "shape", "dtype", "name", "numpy"}
)


def parameters(generation: int) -> tuple[str, ...]:
    """The parameters of `add_weight` that take a positional argument on a generation (2 or 3)."""
    return _POSITIONAL[generation]


def without_autocast(generations: frozenset[int]) -> str:
    """The keyword of `add_weight` that keeps a weight in its own dtype under mixed precision.

    Keras 2 had another name for it, which Keras 3 refuses; the last ones of Keras 2 take both.
    """
    return "autocast" if 3 in generations else "experimental_autocast"


def mean_aggregation(generation: int) -> str:
    """The name, or the string, by which `aggregation` takes the mean over replicas."""
    return {2: "tensorflow.VariableAggregation.MEAN", 3: '"mean"'}[generation]
