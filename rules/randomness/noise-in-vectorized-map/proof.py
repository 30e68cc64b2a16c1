"""Scales a batch of ones and counts the factors."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((4,)), module.RandomScale(seed=1)])
    scaled = np.asarray(model(np.ones((16, 4), "float32"), training=True))
    factors = len(np.unique(scaled[:, 0]))
    return Observation(factors == 1, f"distinct factors for the 16 rows of a batch: {factors}")
