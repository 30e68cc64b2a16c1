"""Evaluate two batches of one size, the targets 0 in the one and 1 in the other."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile(loss="mse", metrics=[module.MeanOfTargets(name="mean_of_targets")])
    targets = np.repeat(np.array([0.0, 1.0], "float32"), 4)[:, None]
    told = model.evaluate(targets, targets, batch_size=4, verbose=0, return_dict=True)
    mean = float(told["mean_of_targets"])
    heard = f"of two batches with means of 0 and 1 a mean of {mean:.1f} was reported"
    return Observation(mean != 0.5, heard)
