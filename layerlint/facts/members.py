"""Members of Keras's layers and models, and names of its package, by what they are for."""

from __future__ import annotations

from layerlint.facts.tensors import RECURRENT_LAYERS

# What no layer and no model has in Keras 3, by names that nothing but Keras uses.
NODE_MEMBERS = frozenset(
    {"get_input_at", "get_input_shape_at", "get_output_at", "get_output_shape_at"}
    | {"inbound_nodes", "outbound_nodes", "input_mask", "output_mask"}
)
# Weights that built-in layers keep under these names, each of them a `keras.Variable`.
BUILT_IN_WEIGHTS = frozenset(
    {"beta", "bias", "embeddings", "gamma", "kernel", "moving_mean", "moving_variance"}
)
# Those that the optimizer trains, unless they are told not to be.
BUILT_IN_TRAINED = frozenset(
    {"beta", "bias", "depthwise_kernel", "embeddings", "gamma", "kernel"}
    | {"pointwise_kernel", "recurrent_kernel"}
)
# Under these names layers hold weights.
SUBLAYER_WEIGHTS = frozenset(
    {
        "bias",
        "beta",
        "depthwise_kernel",
        "embeddings",
        "gamma",
        "kernel",
        "pointwise_kernel",
        "recurrent_kernel",
        "trainable_variables",
        "trainable_weights",
        "variables",
        "weights",
    }
)
# What can be imported from Keras itself, under either generation.
TOP_LEVEL = frozenset(
    {
        "Input",
        "Model",
        "Sequential",
        "activations",
        "backend",
        "callbacks",
        "constraints",
        "initializers",
        "layers",
        "losses",
        "metrics",
        "models",
        "optimizers",
        "regularizers",
        "utils",
    }
)
# Each method, and the mode in which it runs the model.
MODES_OF_METHODS = {
    "fit": True,
    "train_on_batch": True,
    "evaluate": False,
    "predict": False,
    "predict_on_batch": False,
    "test_on_batch": False,
}
# What makes a model.
MODEL_MAKERS = frozenset(
    {
        "Functional",
        "Model",
        "Sequential",
        "models.clone_model",
        "models.load_model",
        "saving.load_model",
    }
)
# What leaves the padding out if it is told where it is.
MASK_USERS = RECURRENT_LAYERS | {
    "layers.AdditiveAttention",
    "layers.Attention",
    "layers.Bidirectional",
    "layers.GlobalAveragePooling1D",
    "layers.MultiHeadAttention",
}
# What the constructor of `Layer` sets, by the generations in which it does.
RESET_BY_CONSTRUCTOR = {
    "activity_regularizer": frozenset({2, 3}),
    "autocast": frozenset({3}),
    "input_spec": frozenset({2, 3}),
    "stateful": frozenset({2}),
    "supports_masking": frozenset({2, 3}),
    "trainable": frozenset({2, 3}),
}
# The values that it gives them.
INITIAL_VALUES = {
    "activity_regularizer": None,
    "autocast": True,
    "input_spec": None,
    "stateful": False,
    "supports_masking": False,
    "trainable": True,
}
# What makes a configuration of a layer.
SERIALIZERS = frozenset(
    {"layers.serialize", "saving.serialize_keras_object", "utils.serialize_keras_object"}
)
# What gives the losses that layers added, or the loss of `compile`.
LOSS_MEMBERS = frozenset(
    {"_compute_loss", "compiled_loss", "compute_loss", "losses", "regularization_losses"}
)
# A class that does one of these may feed the tracker, or have other names to report.
LOSS_TRACKERS = frozenset(
    {"compute_metrics", "get_metrics_result", "update_state", "_loss_tracker"}
)
# What sets the dtype policy of all layers, and what makes one.
POLICY_CLASSES = frozenset({"DTypePolicy", "Policy"})
POLICY_SETTERS = frozenset({"set_dtype_policy", "set_global_policy", "set_policy"})
# Who uses one of these scales by hand, or says that Keras should not.
LOSS_SCALING = frozenset({"get_scaled_loss", "get_unscaled_gradients", "scale_loss"})
# Properties with the weights of a layer.
WEIGHT_COLLECTIONS = ("trainable_variables", "trainable_weights", "weights", "variables")
# Properties of layers and models that make a new list each time they are read.
LISTS_MADE_ANEW = frozenset(
    {
        *WEIGHT_COLLECTIONS,
        "layers",
        "losses",
        "metrics",
        "metrics_names",
        "non_trainable_variables",
        "non_trainable_weights",
    }
)
# Those of them that a layer has which is no model.
LISTS_OF_LAYERS = LISTS_MADE_ANEW - {"layers", "metrics_names"}
# What `fit`, `evaluate` and `predict` run of a model for each batch.
STEPS = ("train_step", "test_step", "predict_step")
# What its own step runs in turn.
PARTS_OF_STEPS = ("compute_loss", "compute_metrics")
# The loops themselves.
LOOPS = ("fit", "evaluate", "predict")
# What only layers have.
LAYER_MEMBERS = frozenset(
    {
        "build",
        "built",
        "compute_mask",
        "non_trainable_variables",
        "non_trainable_weights",
        "trainable_variables",
        "trainable_weights",
        "weights",
    }
)
# Methods that run on tensors, and not while a model is put together.
RUN_ON_TENSORS = frozenset(
    {"__call__", "build", "call", "predict_step", "test_step", "train_step", "compute_loss"}
)
# Methods by which a layer is made, saved and made again.
MAKE_OR_SAVE = frozenset({"__init__", "from_config", "get_config"})

# What is asked of a weight without computing with it: its name, its form, a copy for NumPy.
LOOKS_AT_WEIGHT = frozenset({"name", "path", "shape", "dtype", "ndim", "numpy", "get_shape"})
