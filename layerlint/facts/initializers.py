"""Which initializers draw random numbers: an instance of such draws the same ones every time.

tests/facts/test_initializers.py holds the table against the installed Keras 2 and Keras 3.
"""

from __future__ import annotations

_CLASSES = frozenset(
    {
        "GlorotNormal",
        "GlorotUniform",
        "HeNormal",
        "HeUniform",
        "LecunNormal",
        "LecunUniform",
        "Orthogonal",
        "OrthogonalInitializer",
        "RandomNormal",
        "RandomUniform",
        "TruncatedNormal",
        "VarianceScaling",
    }
)
# The names by which `initializers.get` knows them, which are classes of `initializers` too.
_STRINGS = frozenset(
    {
        "glorot_normal",
        "glorot_uniform",
        "he_normal",
        "he_uniform",
        "lecun_normal",
        "lecun_uniform",
        "orthogonal",
        "random_normal",
        "random_uniform",
        "truncated_normal",
        "variance_scaling",
    }
)
# Short names that Keras 2 and the string form of Keras 3 know as well.
_SHORT = frozenset({"normal", "uniform"})
# Layers that give each of their weights a copy of the initializer they got.
_COPYING_LAYERS = frozenset({"GroupQueryAttention", "MultiHeadAttention"})
# The first minor version of Keras 2 in which an instance without a seed draws the same ones again.
DRAW_ALIKE = 10
# Functions of `random` by name: their parameters after the shape with their defaults, and the
# initializer that draws the same.
DRAWING_INITIALIZERS = {
    "normal": ((("mean", "0.0"), ("stddev", "1.0")), "RandomNormal"),
    "uniform": ((("minval", "0.0"), ("maxval", "1.0")), "RandomUniform"),
    "truncated_normal": ((("mean", "0.0"), ("stddev", "1.0")), "TruncatedNormal"),
}


def draws(keras_name: str) -> bool:
    """Whether `initializers.<class>` makes an initializer that draws random numbers."""
    package, _, name = keras_name.rpartition(".")
    return package == "initializers" and (name in _CLASSES or name in _STRINGS)


def named_draws(identifier: object) -> bool:
    """Whether the string means an initializer that draws random numbers."""
    return isinstance(identifier, str) and (
        identifier in _STRINGS or identifier in _CLASSES or identifier in _SHORT
    )


def copies_initializer(keras_name: str) -> bool:
    """Whether a built-in layer copies the initializer that it is given, for each weight."""
    return keras_name.rpartition(".")[2] in _COPYING_LAYERS
