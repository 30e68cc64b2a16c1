"""Fit, then ask the layer what it has kept."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.FeatureGate()
    model = keras.Sequential([keras.Input((2,)), layer])
    model.compile("sgd", "mse")
    data = np.ones((8, 2), "float32")
    model.fit(data, data, verbose=0)
    try:
        sharpness = layer.sharpness()
    except Exception as error:
        return Observation(True, f"after fit `sharpness()` raises {type(error).__name__}")
    return Observation(False, f"after fit `sharpness()` returns {sharpness:.2f}")
