"""Trains for one epoch with an optimizer that scales the loss."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.Frost()
    scaling = keras.mixed_precision.LossScaleOptimizer(keras.optimizers.SGD(0.01))
    model.compile(optimizer=scaling)
    try:
        model.fit(np.ones((8, 2), "float32"), np.ones((8, 1), "float32"), verbose=0)
    except AttributeError as error:
        return Observation(True, f"`fit` raised {type(error).__name__}")
    return Observation(False, "`fit` ran")
