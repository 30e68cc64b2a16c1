"""Predict twice on the same data."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    keras.utils.set_random_seed(0)
    inputs = keras.Input((3,))
    model = keras.Model(inputs, keras.layers.Dense(1)(module.InputNoise(0.5)(inputs)))
    data = np.ones((8, 3), "float32")
    first, second = model.predict(data, verbose=0), model.predict(data, verbose=0)
    difference = float(np.abs(first - second).max())
    return Observation(
        broken=difference > 1e-6,
        detail=f"two predicts on the same data differ by {difference:.2f}",
    )
