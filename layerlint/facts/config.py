"""What the built-in layers leave out of their own configs.

tests/facts/test_config.py holds it against the installed libraries.
"""

from __future__ import annotations

# Arguments of built-in layers that `get_config` of at least one of them, in one of the generations,
# does not return.
UNSAVED = frozenset(
    {
        "backward_layer",
        "data_format",
        "dilation_rate",
        "flash_attention",
        "gptq_unpacked_column_size",
        "input_tensor",
        "lora_alpha",
        "lora_rank",
        "mask",
        "noise_shape",
        "output_shape",
        "robust_masking",
        "seed",
        "sparse",
        "synchronized",
        "type_spec",
        "use_cudnn",
    }
)
# The Keras classes of which Keras records the arguments by itself, because they have no
# `get_config` of their own.
ROOTS = frozenset(
    {
        "Model",
        "Operation",
        "layers.AbstractRNNCell",
        "layers.ELU",
        "layers.Identity",
        "layers.Layer",
        "layers.PreprocessingLayer",
    }
)
# Built-in layers of Keras 3 that save a fixed list of weights, whatever a subclass adds to them,
# and the attributes that hold those.
_CONVOLUTION = frozenset({"bias", "kernel", "_kernel"})
SAVES_ITS_OWN = {
    "layers.Conv1D": _CONVOLUTION,
    "layers.Conv2D": _CONVOLUTION,
    "layers.Conv3D": _CONVOLUTION,
    "layers.Convolution1D": _CONVOLUTION,
    "layers.Convolution2D": _CONVOLUTION,
    "layers.Convolution3D": _CONVOLUTION,
    "layers.Dense": _CONVOLUTION,
    "layers.EinsumDense": _CONVOLUTION,
    "layers.Embedding": frozenset({"embeddings", "_embeddings"}),
}
