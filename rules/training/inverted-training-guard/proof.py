"""Fit on small values, predict on large ones, and look at the state after each."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.PeakScale()
    inputs = keras.Input((3,))
    model = keras.Model(inputs, keras.layers.Dense(1)(layer(inputs)))
    model.compile("sgd", "mse")
    small, large = np.full((8, 3), 4.0, "float32"), np.full((8, 3), 9.0, "float32")
    model.fit(small, small[:, :1], verbose=0)
    fitted = peak(layer)
    model.predict(large, verbose=0)
    predicted = peak(layer)
    return Observation(
        broken=fitted != 4.0 or predicted != fitted,
        detail=f"fit on values up to 4 left `peak` at {fitted:.1f}, "
        f"and predict on values up to 9 left it at {predicted:.1f}",
    )


def peak(layer):
    return float(layer.get_weights()[0])
