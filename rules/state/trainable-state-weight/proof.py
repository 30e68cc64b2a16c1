"""Fit on data that is 1 everywhere, and compare the running mean with the one of the data."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    keras.utils.set_random_seed(0)
    layer = module.BatchCenter()
    model = keras.Sequential([keras.Input((2,)), layer, keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    data = np.ones((32, 2), "float32")
    model.fit(data, data[:, :1] * 2, epochs=50, verbose=0)
    mean = layer.mean.numpy()
    error = float(np.abs(mean - (1 - 0.9**50)).max())
    return Observation(
        broken=error > 1e-3,
        detail=f"after fit on data that is 1 everywhere the running mean is off by {error:.2f}",
    )
