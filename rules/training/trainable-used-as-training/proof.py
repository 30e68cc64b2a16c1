"""Predicts twice on the same inputs."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((4,)), module.FeatureNoise(1.0)])
    x = np.zeros((8, 4), "float32")
    difference = float(np.abs(model.predict(x, verbose=0) - model.predict(x, verbose=0)).max())
    noise = float(np.std(model(x, training=True)))
    detail = (
        f"two predictions for the same input differ by up to {difference:.2f}; "
        f"the noise in training has the deviation {noise:.2f}"
    )
    return Observation(difference > 1e-6 or noise == 0.0, detail)


def unchanged(buggy, fixed, keras):
    x = np.ones((8, 4), "float32")
    outputs = []
    for module in (buggy, fixed):
        for trainable in (True, False):
            layer = module.FeatureNoise(1.0, trainable=trainable)
            keras.utils.set_random_seed(0)
            outputs.append(np.asarray(layer(x, training=True)))
    difference = max(
        float(np.abs(outputs[0] - outputs[2]).max()), float(np.abs(outputs[1] - outputs[3]).max())
    )
    return Observation(difference > 1e-6, f"the outputs in training differ by {difference:.1f}")
