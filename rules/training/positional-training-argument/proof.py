"""Builds a model, which works, and fits it."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((4,)), module.DenseBlock(3), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    x = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    try:
        model.fit(x, x.sum(axis=1), verbose=0)
    except ValueError as error:
        told = next(line for line in str(error).splitlines() if "positional" in line)
        told = told.replace("\x1b[1m", "").partition(". ")[0]
        return Observation(True, f"the model was built; `fit` raised `ValueError`: {told}")
    moved = float(np.abs(model.layers[0].norm.moving_mean).max())
    return Observation(moved == 0.0, f"`fit` ran and moved the statistics by {moved:.3f}")


def unchanged(buggy, fixed, keras):
    x = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    outputs = []
    for module in (buggy, fixed):
        keras.utils.set_random_seed(0)
        outputs.append(np.asarray(module.DenseBlock(3)(x)))
    difference = float(np.abs(outputs[0] - outputs[1]).max())
    return Observation(difference > 1e-6, f"a direct call differs by {difference:.1f}")
