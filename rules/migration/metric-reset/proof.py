"""Trains on a target that is met, and asks for the metric."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    model.compile(optimizer=keras.optimizers.SGD(0.0), loss="mse", metrics=[module.WorstError()])
    zeros = np.zeros((8, 2), "float32")
    history = model.fit(zeros, zeros[:, :1], epochs=2, verbose=0)
    worst = float(history.history["worst"][-1])
    return Observation(broken=worst != 1.0, detail=f"the worst error began at {worst:.2f}")
