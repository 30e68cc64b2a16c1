"""Which attributes of a layer or model Keras owns, so that assigning them fails, per generation.

Read off keras 3.15 and tf_keras 2.21; tests/facts/test_attributes.py assigns each of them on the
installed libraries.
"""

from __future__ import annotations

_BOTH = frozenset(
    {
        "compute_dtype",
        "dtype",
        "input",
        "losses",
        "metrics",
        "non_trainable_variables",
        "non_trainable_weights",
        "output",
        "trainable_variables",
        "trainable_weights",
        "variable_dtype",
        "variables",
        "weights",
    }
)
_LAYER: dict[int, frozenset[str]] = {
    2: _BOTH
    | {
        "dtype_policy",
        "dynamic",
        "inbound_nodes",
        "input_mask",
        "input_shape",
        "name",
        "name_scope",
        "outbound_nodes",
        "output_mask",
        "output_shape",
        "submodules",
        "updates",
    },
    3: _BOTH | {"input_dtype", "metrics_variables", "path", "quantization_mode"},
}
_MODEL: dict[int, frozenset[str]] = {
    2: frozenset({"distribute_strategy", "layers", "metrics_names", "state_updates"}),
    3: frozenset({"compiled_metrics", "distribute_strategy", "layers", "metrics_names"}),
}


def unsettable(generation: int, kind: str) -> frozenset[str]:
    """The public properties of a `"layer"` or `"model"` that raise when they are assigned."""
    found = _LAYER[generation]
    return found | _MODEL[generation] if kind == "model" else found
