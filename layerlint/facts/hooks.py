"""Methods that Keras calls on what it is given, and how many arguments it passes by position.

tests/facts/test_hooks.py holds it against the installed libraries.
"""

from __future__ import annotations

# Of a callback: the epoch or the batch, and the logs.
CALLBACK_HOOKS = {
    "on_batch_begin": 2,
    "on_batch_end": 2,
    "on_epoch_begin": 2,
    "on_epoch_end": 2,
    "on_predict_batch_begin": 2,
    "on_predict_batch_end": 2,
    "on_predict_begin": 1,
    "on_predict_end": 1,
    "on_test_batch_begin": 2,
    "on_test_batch_end": 2,
    "on_test_begin": 1,
    "on_test_end": 1,
    "on_train_batch_begin": 2,
    "on_train_batch_end": 2,
    "on_train_begin": 1,
    "on_train_end": 1,
}
# What Keras 3 has made properties of its callbacks that cannot be set; in Keras 2 they can.
CALLBACK_PROPERTIES = frozenset({"model"})
# What logs may hold where something begins: TensorFlow 2.1 and older told these of a batch.
LOGS_AT_BEGIN = frozenset({"batch", "size"})
# What has the step of a model traced anew, or says that it has no graph: of models, and of
# `tf.config`.
TRACES_AGAIN = frozenset(
    {"compile", "compile_from_config", "make_train_function", "run_eagerly", "train_function"}
    | {"run_functions_eagerly"}
)
# Of a data set that is a Python object; Keras 2 does not know the first.
DATASET_HOOKS = {"on_epoch_begin": 0, "on_epoch_end": 0}
DATASETS = frozenset({"utils.PyDataset", "utils.Sequence"})
# Of layers and models, and of losses and metrics.
LAYER_METHODS = {"compute_mask": 2, "get_config": 0}
OBJECT_METHODS = {"loss": {"call": 2, "get_config": 0}, "metric": {"get_config": 0, "result": 0}}
# What Keras finds in a class by its name, and runs: of layers and models, and of other objects.
_OF_LAYERS = frozenset(
    {"build", "call", "compute_mask", "compute_output_shape", "from_config", "get_config"}
)
RUN_BY_NAME = {
    "layer": _OF_LAYERS,
    "model": _OF_LAYERS | {"predict_step", "test_step", "train_step"},
    "loss": frozenset({"call", "from_config", "get_config"}),
    "metric": frozenset({"from_config", "get_config", "reset_state", "result", "update_state"}),
}
# The words of which the names of hooks are made, here and in other libraries.
HOOK_WORDS = frozenset(
    {"batch", "begin", "end", "epoch", "eval", "evaluate", "evaluation", "finish", "fit"}
    | {"iteration", "predict", "prediction", "start", "step", "test", "testing", "train"}
    | {"training", "val", "validate", "validation"}
)
