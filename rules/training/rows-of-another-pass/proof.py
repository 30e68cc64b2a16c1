"""A model that is always right, and the accuracy that the module counts for it."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    labels = np.arange(256) % 4
    features = np.eye(4, dtype="float32")[labels]
    inputs = keras.Input((4,))
    model = keras.Model(inputs, keras.layers.Activation("linear")(inputs))
    counted = float(module.accuracy(model, features, labels))
    return Observation(
        counted < 0.9, f"a model that is always right has an accuracy of {counted:.2f}"
    )
