"""Makes two layers with the same seed and compares what they draw."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    zeros = np.zeros((8, 4), "float32")
    layers = [module.FeatureNoise(seed=7), module.FeatureNoise(seed=7)]
    first, second = (np.asarray(layer(zeros, training=True)) for layer in layers)
    difference = float(np.abs(first - second).max())
    detail = f"the noise of two layers made with `seed=7` differs by up to {difference:.2f}"
    return Observation(difference > 1e-6 or not first.any(), detail)
