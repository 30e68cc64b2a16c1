"""Decays the weights of a model, but not those of its normalization."""

from tensorflow import keras


def make_model():
    return keras.Sequential(
        [keras.Input((4,)), keras.layers.Dense(3), keras.layers.LayerNormalization()]
    )


def decay(model, rate=0.5):
    for variable in model.trainable_variables:
        if "layer_normalization" not in variable.path:
            variable.assign(variable * (1.0 - rate))
