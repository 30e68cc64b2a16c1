"""Fit with a learning rate of zero: the loss shows whether there was noise."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((3,))
    model = keras.Model(inputs, module.NoisyInput(1.0)(inputs))
    model.compile("sgd", "mse")
    data = np.ones((64, 3), "float32")
    loss = model.fit(data, data, verbose=0).history["loss"][0]
    return Observation(
        broken=loss < 1e-6,
        detail=f"fit on its own input has a loss of {loss:.2f}, where noise of variance 1 gives 1",
    )
