"""Fit a model with the callback, and look at its smallest weights."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    small = keras.initializers.Constant(0.01)
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_initializer=small)])
    model.compile(keras.optimizers.SGD(0.0), "mse")
    data = np.ones((4, 2), "float32")
    model.fit(data, data[:, :1], verbose=0, callbacks=[module.Prune()])
    left = float(np.abs(model.get_weights()[0]).max())
    return Observation(left > 0, f"the largest weight below the limit of 0.1 is {left:.2f}")
