"""Fit a model with the loss."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3)])
    module.prepare(model)
    try:
        model.fit(np.ones((4, 2), "float32"), np.zeros(4, "int32"), verbose=0)
    except ValueError as error:
        message = str(error)
        if "No gradients provided" not in message:
            raise
        return Observation(True, "`fit` raised ValueError: No gradients provided for any variable")
    return Observation(False, "`fit` ran")
