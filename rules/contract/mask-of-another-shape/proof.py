"""Predicts for a walk, and for the same walk padded further."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((None, 2))
    masked = keras.layers.Masking()(inputs)
    outputs = keras.layers.LSTM(3)(module.EverySecond()(masked))
    model = keras.Model(inputs, outputs)
    walk = np.random.default_rng(0).normal(size=(1, 4, 2)).astype("float32")
    padded = np.concatenate([walk, np.zeros((1, 6, 2), "float32")], axis=1)
    difference = float(
        np.abs(model.predict(walk, verbose=0) - model.predict(padded, verbose=0)).max()
    )
    return Observation(
        broken=difference > 1e-5,
        detail=f"six steps of padding changed the prediction by {difference:.2f}",
    )
