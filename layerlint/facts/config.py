"""What the built-in layers leave out of their own configs.

tests/facts/test_config.py holds it against the installed libraries.
"""

from __future__ import annotations

from layerlint.facts.objects import OBJECT_KEYS

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
# What the `from_config` of these takes out of the config, for the first argument of `__init__`.
HANDED_FIRST = {"layers.RNN": "cell", "layers.TimeDistributed": "layer", "layers.Wrapper": "layer"}
# What the config of Keras's own base class holds, by the kind of class. That of a model has it on
# Keras 3 only.
_LAYER_KEYS = frozenset({"dtype", "name", "trainable"})
BASE_KEYS = {"layer": _LAYER_KEYS, "model": _LAYER_KEYS, **OBJECT_KEYS}
# What the constructor of Keras's `Layer` takes, of either generation, and no config of it holds.
UNSAVED_BY_BASE = frozenset({"batch_size", "implementation", "input_dim", "input_length"})
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

_ACTIVITY = frozenset({"activity_regularizer"})
_BIAS = frozenset({"bias_constraint", "bias_initializer", "bias_regularizer", "use_bias"})
_KERNEL = frozenset({"kernel_constraint", "kernel_initializer", "kernel_regularizer"})
_WINDOW = frozenset({"data_format", "padding", "strides"})
_CONVOLVES = _BIAS | _KERNEL | _WINDOW | _ACTIVITY | {"activation", "filters", "kernel_size"}
_DEPTHWISE = (_CONVOLVES - _KERNEL - {"filters"}) | {
    *("depth_multiplier", "depthwise_constraint", "depthwise_initializer"),
    *("depthwise_regularizer", "dilation_rate"),
}
_SEPARABLE = _DEPTHWISE | {
    *("filters", "pointwise_constraint", "pointwise_initializer", "pointwise_regularizer"),
}
_SCALES = frozenset(
    {"axis", "beta_constraint", "beta_initializer", "beta_regularizer", "center", "epsilon"}
    | {"gamma_constraint", "gamma_initializer", "gamma_regularizer", "scale"}
)
_RUNS = frozenset({"go_backwards", "return_sequences", "return_state", "stateful", "unroll"})
_CELL = (
    _BIAS
    | _KERNEL
    | {"activation", "dropout", "recurrent_constraint", "recurrent_dropout"}
    | {"recurrent_initializer", "recurrent_regularizer", "units"}
)
# Built-in layers whose `get_config` reads these attributes when it is asked, on both generations:
# what a subclass assigns to `self.activation` is what `Dense` saves as `activation`.
KEPT_ATTRIBUTES = {
    "Activation": frozenset({"activation"}),
    "BatchNormalization": _SCALES
    | {"momentum", "moving_mean_initializer", "moving_variance_initializer"},
    "Dense": _BIAS | _KERNEL | {"activation", "units"},
    "Dropout": frozenset({"rate"}),
    "Embedding": frozenset(
        {"embeddings_constraint", "embeddings_initializer", "embeddings_regularizer"}
        | {"input_dim", "mask_zero", "output_dim"}
    ),
    "GRU": _RUNS | _ACTIVITY,
    "GRUCell": _CELL | {"recurrent_activation", "reset_after"},
    "GaussianNoise": frozenset({"stddev"}),
    "LSTM": _RUNS | _ACTIVITY,
    "LSTMCell": _CELL | {"recurrent_activation", "unit_forget_bias"},
    "LayerNormalization": _SCALES,
    "RNN": _RUNS | {"cell"},
    "SimpleRNN": _RUNS | _ACTIVITY,
    "SimpleRNNCell": _CELL,
    "Softmax": frozenset({"axis"}),
    "TimeDistributed": frozenset({"layer"}),
    "Wrapper": frozenset({"layer"}),
    **{f"Conv{n}D": _CONVOLVES | {"dilation_rate", "groups"} for n in (1, 2, 3)},
    **{f"Conv{n}DTranspose": _CONVOLVES | {"output_padding"} for n in (1, 2, 3)},
    **{f"DepthwiseConv{n}D": _DEPTHWISE for n in (1, 2)},
    **{f"SeparableConv{n}D": _SEPARABLE for n in (1, 2)},
    **{
        f"{kind}Pooling{n}D": _WINDOW | {"pool_size"}
        for kind in ("Average", "Max")
        for n in (1, 2, 3)
    },
}


def kept_attributes(keras_name: str) -> frozenset[str]:
    """The attributes that the `get_config` of a built-in layer (`"layers.Dense"`) saves by name."""
    home, _, name = keras_name.rpartition(".")
    return KEPT_ATTRIBUTES.get(name, frozenset()) if home == "layers" else frozenset()


# Built-in layers that save what the cell has that they hold, whoever made it.
SAVED_OF_CELL = {
    "GRU": _CELL | {"recurrent_activation", "reset_after", "seed"},
    "LSTM": _CELL | {"recurrent_activation", "seed", "unit_forget_bias"},
    "SimpleRNN": _CELL,
}


def saved_of_cell(keras_name: str) -> frozenset[str]:
    """What the `get_config` of a built-in layer (`"layers.GRU"`) of Keras 3 reads off its cell."""
    home, _, name = keras_name.rpartition(".")
    return SAVED_OF_CELL.get(name, frozenset()) if home == "layers" else frozenset()
