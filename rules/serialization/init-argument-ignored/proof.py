"""Builds the layer with two values of the argument and compares what it computes."""

import numpy as np

from layerlint.proof import Observation

X = np.linspace(-1, 1, 12, dtype="float32").reshape(4, 3)


def observe(module, keras):
    outputs = []
    for activation in ("relu", "tanh"):
        keras.utils.set_random_seed(1)
        model = keras.Sequential([keras.Input((3,)), module.Projection(4, activation=activation)])
        outputs.append(model.predict(X, verbose=0))
    difference = float(np.abs(outputs[0] - outputs[1]).max())
    return Observation(
        difference == 0,
        f"predictions with activation='relu' and activation='tanh' differed by {difference:.2f}",
    )
