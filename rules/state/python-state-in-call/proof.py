"""Count 50 steps of fit."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.FadeIn()
    model = keras.Sequential([keras.Input((2,)), layer, keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    data = np.ones((50, 2), "float32")
    model.fit(data, data[:, :1], batch_size=1, verbose=0)
    step = int(layer.step)
    return Observation(broken=step != 50, detail=f"after 50 steps of fit `step` is {step}")
