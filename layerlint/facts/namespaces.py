"""Which dotted names belong to Keras and TensorFlow, and which of them are layers and models.

The same object has many spellings: `keras.Layer`, `tf.keras.layers.Layer`,
`keras.src.layers.layer.Layer`, `keras.engine.topology.Layer`. `keras_name` maps them to one,
`kind` tells what it is. The tables are tested against the installed Keras 2 and Keras 3.
"""

from __future__ import annotations

import re
from functools import lru_cache

KERAS_PREFIX = re.compile(
    r"(?P<prefix>keras|tf_keras|keras_core|(?:tensorflow|tensorflow_core|tf)"
    r"(?P<home>\.compat\.v[12]|\._api\.v[12](?:\.(?:compat\.)?v[12])?|\.contrib|\.python)?\.keras)"
    r"(?P<inner>(?:\.(?:src|api|_v1|_v2|v1|v2|_tf_keras|keras|python))*)(?:\.|$)"
)
TENSORFLOW_PREFIX = re.compile(r"(?:tensorflow|tensorflow_core|tf)(?:\.compat\.v2)?(?:\.|$)")
# The copy of Keras 2 that TensorFlow keeps for itself.
COPY = "tensorflow.python.keras"

# Names that Keras offers at its top as well as in a submodule, by the spelling used here.
TOP_LEVEL = {
    "DTypePolicy": "dtype_policies.DTypePolicy",
    "FloatDTypePolicy": "dtype_policies.FloatDTypePolicy",
    "Initializer": "initializers.Initializer",
    "Layer": "layers.Layer",
    "Loss": "losses.Loss",
    "Metric": "metrics.Metric",
    "Optimizer": "optimizers.Optimizer",
    "Quantizer": "quantizers.Quantizer",
    "Regularizer": "regularizers.Regularizer",
}
# Names spelled without a submodule here, wherever Keras keeps them.
BARE = frozenset(
    {
        "Function",
        "Functional",
        "Input",
        "InputSpec",
        "KerasTensor",
        "Model",
        "Operation",
        "Sequential",
        "StatelessScope",
        "SymbolicScope",
        "Variable",
    }
)
# Where Keras keeps what layers are made of: each backend has its own way of doing it, none
# of which is part of a layer.
OPERATION_HOMES = frozenset(
    {"backend", "dtype_policies", "ops", "random", "saving", "tree", "utils"}
)
# Layers whose source lies elsewhere than under `layers`.
LAYERS_ELSEWHERE = frozenset({"FlaxLayer", "JaxLayer", "TFSMLayer", "TorchModuleWrapper"})
# Classes that are exported under another name than they have in the source.
RENAMED = {"GroupedQueryAttention": "GroupQueryAttention"}
# The layers under `engine`, where Keras 2 keeps much else.
ENGINE_LAYERS = frozenset(
    {
        "AddLoss",
        "AddMetric",
        "BaseRandomLayer",
        "InputLayer",
        "Layer",
        "ModuleWrapper",
        "PreprocessingLayer",
        "TensorFlowOpLayer",
    }
)
# Submodules that only divide the source of what is public one level up.
FLAT = frozenset(
    {
        "activations",
        "backend",
        "constraints",
        "distillation",
        "distribution",
        "dtype_policies",
        "initializers",
        "losses",
        "metrics",
        "mixed_precision",
        "models",
        "quantizers",
        "regularizers",
        "saving",
        "tree",
        "utils",
        "visualization",
        "wrappers",
    }
)
INNER_OPS = frozenset({"core", "einops", "math", "nn", "numpy", "linalg"})
LAYER_FUNCTIONS = frozenset(
    {
        "add",
        "average",
        "concatenate",
        "deserialize",
        "dot",
        "maximum",
        "minimum",
        "multiply",
        "serialize",
        "subtract",
    }
)
# Classes below `layers`, most of them in the source only, that are not layers.
NOT_LAYERS = frozenset(
    {
        "ArrayLike",
        "BoundingBox",
        "CENTER_XYWH",
        "CallContext",
        "CallSpec",
        "Cross",
        "DefunWrapper",
        "DeterministicRandomTestTool",
        "DropoutRNNCell",
        "DropoutRNNCellMixin",
        "Feature",
        "Input",
        "InputSpec",
        "KerasOpDispatcher",
        "LSTMStateTuple",
        "LayerBenchmark",
        "NullInitializer",
        "PreprocessingLayerTest",
        "REL_XYWH",
        "REL_XYXY",
        "REL_YXYX",
        "StepTimingCallback",
        "TFClassMethodDispatcher",
        "TFSlicingOpDispatcher",
        "VersionAwareLayers",
        "VocabWeightHandler",
        "XYWH",
        "XYXY",
        "YXYX",
        "_EagerVariableStore",
        "_StateManagerImplV2",
    }
)
MODELS = frozenset(
    {
        "Functional",
        "Model",
        "Sequential",
        "distillation.Distiller",
        "engine.network.Network",
        "engine.topology.Container",
        "experimental.LinearModel",
        "experimental.WideDeepModel",
        "models.experimental.SharpnessAwareMinimization",
        "models.SharpnessAwareMinimization",
    }
)
# Layers that are public elsewhere than under `layers`.
OTHER_LAYERS = frozenset(
    {
        "applications.convnext.LayerScale",
        "applications.convnext.StochasticDepth",
        "applications.inception_resnet_v2.CustomScaleLayer",
        "experimental.PeepholeLSTMCell",
        "experimental.SequenceFeatures",
        "utils.FeatureSpace",
    }
)
# Layers that Keras keeps for old code; those of TensorFlow 1 derive from those of Keras 2.
LEGACY_LAYERS = ("__internal__.legacy.layers.", "legacy.layers.", "legacy_tf_layers.")
# Parameters that say by their name what is passed: `def make_model(keras): ...`.
TELLING_PARAMETERS = {
    "keras": ("tensorflow.keras",),
    "tf_keras": ("tf_keras",),
    "tf": ("tensorflow",),
}
KINDS = {
    "constraints": "constraint",
    "initializers": "initializer",
    "losses": "loss",
    "metrics": "metric",
    "optimizers": "optimizer",
    "regularizers": "regularizer",
}


@lru_cache(maxsize=4096)
def keras_name(dotted: str) -> str | None:
    """Return the Keras name of a dotted name whatever its prefix, or None outside Keras.

    `tensorflow.keras.layers.Dense` and `keras.src.layers.core.dense.Dense` give `layers.Dense`;
    the namespace itself gives the empty string.
    """
    match = KERAS_PREFIX.match(dotted)
    if match is None:
        return None
    rest = dotted[match.end() :]
    return _public(rest.split("."), match["inner"]) if rest else ""


def namespace(dotted: str) -> str | None:
    """Return the package through which a Keras name is reached, or None outside Keras.

    One of `keras`, `tf_keras`, `keras_core`, `tensorflow.keras`, `tensorflow.python.keras`.
    """
    match = KERAS_PREFIX.match(dotted)
    if match is None:
        return None
    if match["prefix"] in ("keras", "tf_keras", "keras_core"):
        return match["prefix"]
    legacy = match["home"] in (".python", ".contrib") or dotted.startswith("tensorflow_core")
    return COPY if legacy else "tensorflow.keras"


def tf_name(dotted: str) -> str | None:
    """Return the TensorFlow name without its prefix, or None outside TensorFlow and for Keras.

    `tensorflow.random.normal` gives `random.normal`, `tensorflow.compat.v1.cond` keeps its
    `compat.v1`, because it may behave differently there.
    """
    match = TENSORFLOW_PREFIX.match(dotted)
    if match is None or KERAS_PREFIX.match(dotted):
        return None
    return dotted[match.end() :]


def kind(name: str) -> str | None:
    """Tell what a Keras name is: `layer`, `model`, one of `KINDS`, or None."""
    if name in MODELS:
        return "model"
    if name in OTHER_LAYERS:
        return "layer"
    home, _, last = name.rpartition(".")
    if not is_class_name(last):
        return None
    if home == "optimizers.schedules":
        return "schedule"
    top = home.split(".")[0]
    if top == "layers" or name.startswith(LEGACY_LAYERS):
        return None if last in NOT_LAYERS else "layer"
    return KINDS.get(top)


def kind_made(name: str) -> str | None:
    """Tell the same of what a Keras name makes when it is called: a class, or `optimizers.get`."""
    home, _, last = name.rpartition(".")
    return KINDS.get(home) if last in ("deserialize", "get") else kind(name)


def is_class_name(name: str) -> bool:
    """Tell whether a name is written as classes are, with a capital first letter."""
    return name.lstrip("_")[:1].isupper()


def _public(parts: list[str], inner: str) -> str:
    """Return the public name for the parts of a name below a Keras prefix."""
    if len(parts) == 1:
        return TOP_LEVEL.get(parts[0], parts[0])
    if parts[:2] == ["__internal__", "layers"]:
        del parts[0]
    first, last = parts[0], parts[-1]
    if last in BARE and first in ("models", "engine", "layers", "ops", "backend"):
        return last
    if first == "engine":
        return f"layers.{last}" if last in ENGINE_LAYERS else ".".join(parts)
    if first in ("utils", "export") and last in LAYERS_ELSEWHERE:
        return f"layers.{last}"
    if last == "FeatureSpace":
        return "utils.FeatureSpace"
    if first in ("layers", "feature_column"):
        collapsed = is_class_name(last) or (len(parts) > 2 and last in LAYER_FUNCTIONS)
        return f"layers.{RENAMED.get(last, last)}" if collapsed else ".".join(parts)
    if len(parts) == 2:
        return f"backend.{last}" if first == "backend_config" else ".".join(parts)
    return _without_source_modules(parts, in_source=".src" in inner)


def _without_source_modules(parts: list[str], *, in_source: bool) -> str:
    first, last = parts[0], parts[-1]
    if first == "ops" and parts[1] in INNER_OPS:
        return ".".join(["ops", *parts[2:]])
    if first == "random" or parts[:2] == ["backend", "random"]:
        return f"random.{last}"
    if first == "premade_models":
        return f"experimental.{last}"
    if first == "saving" and parts[1] == "object_registration":
        return f"saving.{last}"
    if not in_source:
        return ".".join(parts)
    if first == "optimizers" and parts[1] in ("schedules", "legacy"):
        return f"optimizers.{parts[1]}.{last}"
    if first == "backend" and parts[1] == "config":
        return f"config.{last}"
    if first in FLAT or (first in ("optimizers", "callbacks") and is_class_name(last)):
        return f"{first}.{last}"
    return ".".join(parts)


def is_operation(name: str) -> bool:
    """Whether a canonical dotted name is one of the functions that Keras makes its layers of.

    They are known by what they do, in Keras's own code too (keras 3.15, tf_keras 2.21).
    """
    keras = keras_name(name)
    return keras is not None and keras.partition(".")[0] in OPERATION_HOMES
