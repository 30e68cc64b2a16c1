"""`Layer.add_weight`: its parameters in each generation.

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


def parameters(generation: int) -> tuple[str, ...]:
    """The parameters of `add_weight` that take a positional argument on a generation (2 or 3)."""
    return _POSITIONAL[generation]
