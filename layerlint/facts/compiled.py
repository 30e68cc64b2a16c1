"""Words by which a call of `compile` is seen to be of a Keras model, and of `fit` not to be."""

from __future__ import annotations

# What `compile` is given, and nothing else that is called so; Keras 2 and 3 (`Model.compile`).
COMPILED = frozenset({"loss", "metrics"})

# How what others fit is called mostly, at its end: `scaler.fit(x)` is not of Keras.
FITTED_WITHOUT_KERAS = frozenset(
    {"scaler", "izer", "imputer", "label_encoder", "pca", "tsne", "means", "svm", "knn"}
)
