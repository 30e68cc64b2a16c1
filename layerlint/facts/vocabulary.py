"""Words by which code speaks of a Keras model that it is handed, though it imports no Keras."""

from __future__ import annotations

# Names of Keras's API that little else has; those of arguments are what Keras itself calls them.
VOCABULARY = frozenset(
    {"add_loss", "get_layer", "load_model", "load_weights", "test_step"}
    | {"train_on_batch", "train_step", "trainable", "update_state", "y_pred", "y_true"}
)
# What `compile` is given, and nothing else that is called so.
COMPILED = frozenset({"loss", "metrics"})

# How what others fit is called mostly, at its end: `scaler.fit(x)` is not of Keras.
FITTED_WITHOUT_KERAS = frozenset(
    {"scaler", "izer", "imputer", "label_encoder", "pca", "tsne", "means", "svm", "knn"}
)
