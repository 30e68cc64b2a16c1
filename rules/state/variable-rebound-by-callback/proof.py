"""Train for five epochs, and read the variable that the loss reads."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
    alpha = module.train(model, np.ones((8, 3), "float32"), np.ones((8, 2), "float32"))
    left = float(alpha.numpy())
    return Observation(
        broken=left > 0.5,
        detail=f"five epochs, each of which takes 0.2 away, left {left:.1f} of 1.0 to the loss",
    )
