"""Trains to reproduce zeros: the loss of a step is the power of its noise."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    identity = keras.layers.Dense(4, use_bias=False, kernel_initializer="identity")
    model = keras.Sequential([keras.Input((4,)), module.FeatureNoise(seed=1), identity])
    model.compile(optimizer=keras.optimizers.SGD(0.0), loss="mse")
    zeros = np.zeros((8, 4), "float32")
    try:
        losses = {round(float(model.train_on_batch(zeros, zeros)), 4) for _ in range(10)}
    except ValueError as error:
        told = next(line for line in str(error).splitlines() if "tf.Variable" in line)
        told = told[told.index("tf.function") :].partition(". ")[0]
        return Observation(True, f"training raised `ValueError`: {told}")
    return Observation(len(losses) == 1, f"distinct noises in 10 training steps: {len(losses)}")
