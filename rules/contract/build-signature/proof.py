"""Put the layer into a model and predict."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((3,))
    try:
        model = keras.Model(inputs, module.GatedSkip()(inputs, inputs))
    except (TypeError, ValueError) as error:
        return Observation(broken=True, detail=f"building a model raises {type(error).__name__}")
    value = float(model.predict(np.ones((1, 3), "float32"), verbose=0).max())
    return Observation(broken=False, detail=f"predict adds half of the skip: {value:.2f}")
