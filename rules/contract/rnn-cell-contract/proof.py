"""Runs the cell over a sequence."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    try:
        inputs = keras.Input((5, 3))
        model = keras.Model(inputs, keras.layers.RNN(module.TankCell(4))(inputs))
        model.predict(np.ones((2, 5, 3), "float32"), verbose=0)
    except (TypeError, ValueError) as error:
        return Observation(True, f"calling the RNN raised {type(error).__name__}")
    return Observation(False, "the RNN ran")
