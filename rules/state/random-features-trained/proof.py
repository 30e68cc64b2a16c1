"""Fits a model with the layer in front, and looks at its frequencies."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.RandomFourierFeatures(8)
    model = keras.Sequential([keras.Input((2,)), layer, keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    before = np.array(layer.get_weights()[0])
    data = np.random.default_rng(1).normal(size=(16, 2)).astype("float32")
    model.fit(data, data[:, :1] * 3.0, epochs=5, verbose=0)
    moved = float(np.abs(layer.get_weights()[0] - before).max())
    return Observation(moved > 1e-4, f"`fit` moved the frequencies that were drawn by {moved:.3f}")
