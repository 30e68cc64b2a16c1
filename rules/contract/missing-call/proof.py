"""Predict through the layer."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((2,))
    try:
        model = keras.Model(inputs, module.Double()(inputs))
        value = float(model.predict(np.ones((1, 2), "float32"), verbose=0).max())
    except NotImplementedError as error:
        return Observation(broken=True, detail=f"building a model raises {type(error).__name__}")
    return Observation(
        broken=value == 1.0, detail=f"a layer that doubles turns 1.0 into {value:.1f} in predict"
    )
