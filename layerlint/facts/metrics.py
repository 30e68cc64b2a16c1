"""Metrics, and the callbacks that watch them.

tests/facts/test_metrics.py holds it against the installed libraries.
"""

from __future__ import annotations

import re

# The callbacks of Keras that are told what to watch, and what each does with a score that grows.
WATCHERS = {
    "EarlyStopping": "training stops while it gets better",
    "ModelCheckpoint": "the worst model is kept",
    "ReduceLROnPlateau": "the rate falls while it gets better",
}
# What each takes by position.
WATCHER_PARAMETERS = {
    "EarlyStopping": ("monitor", "min_delta", "patience", "verbose", "mode"),
    "ModelCheckpoint": (
        *("filepath", "monitor", "verbose", "save_best_only", "save_weights_only", "mode"),
    ),
    "ReduceLROnPlateau": ("monitor", "factor", "patience", "verbose", "mode"),
}
# Classes of metrics of which Keras 3 does not know whether more or less is better.
UNDIRECTED = frozenset({"metrics.Metric", "metrics.Mean", "metrics.MeanMetricWrapper"})
# Where Keras 2 guesses that more is better, by the name of what is watched.
GUESSED_HIGHER = {
    "EarlyStopping": re.compile("(acc|accuracy|auc)$"),
    "ModelCheckpoint": re.compile("acc|^fmeasure"),
    "ReduceLROnPlateau": re.compile("acc"),
}
# Words in the names of scores of which more is better.
BETTER_WHEN_HIGHER = frozenset(
    {"accuracy", "auc", "dice", "f1", "f1score", "f2", "fbeta", "fmeasure", "fscore", "iou"}
    | {"jaccard", "kappa", "map", "mcc", "ndcg", "pearson", "precision", "psnr", "r2", "recall"}
    | {"sensitivity", "specificity", "ssim", "hit", "hits", "hitrate", "match", "mrr", "tpr"}
    | {"correlation", "corr", "similarity", "success"}
)
# Words of which such a name, or that of an error, is made where nothing turns it round: the
# accuracy of a domain is what some mean to lower.
PLAINLY_HIGHER = frozenset({"acc", "accuracy", "auc", "f1", "iou", "precision", "recall"})
PLAINLY_LOWER = frozenset({"crossentropy", "error", "loss", "mae", "mape", "mse", "msle", "rmse"})
QUALIFIERS = frozenset(
    {"absolute", "binary", "categorical", "k", "logarithmic", "mean", "percentage", "root"}
    | {"score", "sparse", "squared", "top"}
)
# What a metric is called in the logs is what it was compiled as, and each of these is taken for
# the other: until 2.3 Keras shortened the longer one.
RENAMED = {"acc": "accuracy", "accuracy": "acc"}
