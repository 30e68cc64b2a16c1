"""Fit with the callback."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    data = np.ones((4, 1), "float32")
    try:
        model.fit(data, data, verbose=0, callbacks=[module.Progress()])
    except TypeError:
        return Observation(True, "`fit` raised TypeError when the first epoch was over")
    return Observation(False, "`fit` ran")
