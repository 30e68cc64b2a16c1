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


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OF_CELL = _names(
    """
    activation bias_constraint bias_initializer bias_regularizer dropout kernel_constraint
    kernel_initializer kernel_regularizer recurrent_constraint recurrent_dropout
    recurrent_initializer recurrent_regularizer units use_bias
    """
)
_OF_CONVOLUTIONAL_CELL = (_OF_CELL - {"units"}) | _names(
    """
    data_format dilation_rate filters kernel_size padding recurrent_activation strides
    unit_forget_bias
    """
)
_OF_ATTENTION = _names(
    """
    attention_axes dropout key_dense key_dim num_heads output_dense query_dense use_bias
    value_dense value_dim
    """
)
# What layers read off a cell or a weight that they keep.
_RECURRENT = {
    "SimpleRNN": _OF_CELL,
    "GRU": _OF_CELL | {"recurrent_activation", "reset_after"},
    "LSTM": _OF_CELL | {"recurrent_activation", "unit_forget_bias"},
    "ConvLSTM1D ConvLSTM2D ConvLSTM3D": _OF_CONVOLUTIONAL_CELL,
    "StackedRNNCells": _names("output_size state_size"),
}
_BUILT_IN: dict[int, dict[str, frozenset[str]]] = {
    2: {
        **_RECURRENT,
        "GRU LSTM": _names("implementation"),
        "AbstractRNNCell": _names("output_size state_size"),
        "Bidirectional": _names("activity_regularizer constraints"),
        "SpectralNormalization TimeDistributed Wrapper": _names("activity_regularizer"),
        "Discretization Normalization": _names("is_adapted"),
        "IntegerLookup StringLookup TextVectorization": _names("is_adapted"),
    },
    3: {
        **_RECURRENT,
        "Bidirectional": _names("states"),
        "Conv1D Conv2D Conv3D Convolution1D Convolution2D Convolution3D": _names("kernel"),
        "Dense EinsumDense": _names("kernel variable_serialization_spec"),
        "Discretization": _names("output_dtype"),
        "Embedding ReversibleEmbedding": _names("embeddings variable_serialization_spec"),
        "Functional": _names("operations"),
        "Functional Sequential": _names("input_shape inputs output_shape outputs"),
        "InputLayer": _names("batch_shape"),
        "MultiHeadAttention": _OF_ATTENTION,
        "Pipeline": _names("layers"),
    },
}


def unsettable_of(generation: int, keras_name: str) -> frozenset[str]:
    """The public properties that a built-in (`"layers.LSTM"`) has besides, and that raise, too."""
    last = keras_name.rpartition(".")[2]
    found = (names for classes, names in _BUILT_IN[generation].items() if last in classes.split())
    return frozenset().union(*found)


# What cells with dropout keep in Keras 3, by the method of theirs that drops it: `RNN` runs these
# after every call, of each cell that derives from the class of the name.
DROPOUT_CELL = "DropoutRNNCell"
DROPOUT_MASKS = {
    "_dropout_mask": "reset_dropout_mask",
    "_recurrent_dropout_mask": "reset_recurrent_dropout_mask",
}


# What an instance of the plain base classes has without any code of its own, on Keras 2 or 3: the
# public attributes of layers, models, losses and metrics.
BASE_ATTRIBUTES = _names(
    """
    activity_regularizer autocast autotune_steps_per_execution build built
    call_signature_parameters compiled compiled_loss compiled_metrics compute_dtype
    distribute_reduction_method distribute_strategy dtype dtype_policy dynamic history
    inbound_nodes input input_dtype input_mask input_names input_shape input_spec inputs
    jit_compile layers loss losses metrics metrics_names metrics_variables name name_scope
    non_trainable_variables non_trainable_weights optimizer outbound_nodes output output_mask
    output_names output_shape outputs path predict_function quantization_mode quantize reduction
    result run_eagerly state_updates stateful steps_per_execution stop_training submodules
    supports_jit supports_masking test_function train_function train_tf_function trainable
    trainable_variables trainable_weights unrolled_steps_per_execution update_state updates
    variable_dtype variables weights
    """
)
