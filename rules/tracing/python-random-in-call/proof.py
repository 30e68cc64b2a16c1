"""Train with a learning rate of 0: the loss changes from epoch to epoch only through the noise."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    data = np.ones((8, 4), "float32")
    model = keras.Sequential([keras.Input((4,)), module.FeatureNoise(), keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(0.0), "mse")
    losses = model.fit(data, data[:, :1], epochs=6, verbose=0).history["loss"]
    distinct = len({round(float(loss), 6) for loss in losses})
    return Observation(
        broken=distinct == 1,
        detail=f"six epochs of fit, each with noise of its own, had {distinct} distinct losses",
    )
