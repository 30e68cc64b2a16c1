"""The head of a classifier of ships."""

from tensorflow import keras


def head(features, ships):
    """Logits for every kind of ship."""
    hidden = keras.layers.Dense(8, activation="relu", name="head/hidden")(features)
    return keras.layers.Dense(ships, name="head_logits")(hidden)
