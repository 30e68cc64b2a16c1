"""Predict one sample alone, and among others."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((2,)), module.Centre()])
    data = np.array([[1.0, 3.0], [5.0, 5.0]], "float32")
    alone = model.predict(data[:1], verbose=0)
    among = model.predict(data, verbose=0)[:1]
    apart = float(np.abs(alone - among).max())
    return Observation(apart > 0, f"one sample alone and among others differed by {apart:.2f}")
