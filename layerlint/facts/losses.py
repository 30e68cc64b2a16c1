"""Losses that compare probabilities, and what the last layer of a model gives them."""

from __future__ import annotations

# Those that take probabilities unless `from_logits` is true. Keras 2.21, 3.15, introspected.
CROSSENTROPIES = frozenset(
    {
        "BinaryCrossentropy",
        "BinaryFocalCrossentropy",
        "CategoricalCrossentropy",
        "CategoricalFocalCrossentropy",
        "SparseCategoricalCrossentropy",
        "binary_crossentropy",
        "binary_focal_crossentropy",
        "categorical_crossentropy",
        "categorical_focal_crossentropy",
        "sparse_categorical_crossentropy",
    }
)

# Those of a distribution over classes: against one in which all are as likely, the first argument
# counts by nothing but its sum.
OF_CLASSES = frozenset({"CategoricalCrossentropy", "categorical_crossentropy"})

# Functions of TensorFlow that apply the activation themselves, and where each takes the logits.
# Keras's own losses notice a softmax or sigmoid in front of them, and undo it.
LOGIT_FUNCTIONS = {
    "nn.sigmoid_cross_entropy_with_logits": 1,
    "nn.softmax_cross_entropy_with_logits": 1,
    "nn.sparse_softmax_cross_entropy_with_logits": 1,
    "nn.weighted_cross_entropy_with_logits": 1,
}

PROBABILITIES = frozenset({"sigmoid", "softmax"})
# Activations whose values leave the range of probabilities.
OUT_OF_RANGE = frozenset({"elu", "linear", "relu", "relu6", "selu", "tanh"})

# Where a layer takes its activation by position.
ACTIVATION_PLACES = {
    "layers.Dense": 1,
    "layers.Conv1D": 7,
    "layers.Conv2D": 7,
    "layers.Conv3D": 7,
    "layers.EinsumDense": 2,
}

# Metrics of two classes that ask whether a value is above 0.5, and how they are told otherwise.
THRESHOLDS = {
    "BinaryAccuracy": "threshold",
    "FalseNegatives": "thresholds",
    "FalsePositives": "thresholds",
    "Precision": "thresholds",
    "Recall": "thresholds",
    "TrueNegatives": "thresholds",
    "TruePositives": "thresholds",
}

# Metrics that take whole numbers, the classes, and cut probabilities to such unless they are told
# `sparse_y_pred=False`.
COUNT_CLASSES = frozenset({"IoU", "MeanIoU"})
# Metrics that count the predictions which equal their targets.
COMPARE_EXACTLY = frozenset({"Accuracy"})
# Activations after which numbers that are whole are rare.
NOT_WHOLE = PROBABILITIES | {"linear", "tanh"}

# Losses and metrics of targets and predictions, in this order, that are another thing in the other.
UNSYMMETRIC = CROSSENTROPIES | {
    "CategoricalHinge",
    "KLDivergence",
    "MeanAbsolutePercentageError",
    "Poisson",
    "kl_divergence",
    "mean_absolute_percentage_error",
    "poisson",
}

# Functions of TensorFlow that are larger, the more alike two images are.
SIMILARITIES = frozenset({"image.psnr", "image.ssim", "image.ssim_multiscale"})

# Losses that are a number for each row: the mean, or the sum, over the last axis, which goes. The
# classes do it as well, where their reduction is none.
ROW_LOSSES = frozenset(
    {"BinaryCrossentropy", "BinaryFocalCrossentropy", "MeanAbsoluteError", "MeanSquaredError"}
    | {"binary_crossentropy", "binary_focal_crossentropy", "mean_absolute_error"}
    | {"mean_squared_error"}
)
