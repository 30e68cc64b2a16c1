"""Trains one weight, and compares what is left with the average of what it was."""

import os
import tempfile

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((1,)), layer])
    trainer = module.Trainer(model)
    batch = (np.ones((4, 1), "float32"), np.ones((4, 1), "float32"))
    path = os.path.join(tempfile.mkdtemp(), "model.weights.h5")
    trainer.train([batch] * 10, path)
    value = 0.0
    for _ in range(10):
        value += 0.1 * 2 * (1 - value)
    saved = float(np.array(layer.get_weights()[0])[0, 0])
    return Observation(
        broken=abs(saved - value) < 1e-3,
        detail=f"the weight was saved as {saved:.2f}, where its last value was {value:.2f}",
    )
