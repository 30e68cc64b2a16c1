"""Trains and predicts as a user would, and looks for the exception."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    x = _features()
    try:
        scores = module.score(x, x.sum(axis=1), x)
    except TypeError as error:
        return Observation(True, f"`predict` raised `TypeError`: {error}")
    return Observation(False, f"`predict` returned {len(scores)} scores")


def unchanged(buggy, fixed, keras):
    x = _features()
    losses = []
    for module in (buggy, fixed):
        keras.utils.set_random_seed(0)
        model = module.build_model()
        model.fit(x, x.sum(axis=1), epochs=2, verbose=0)
        losses.append(model.evaluate(x, x.sum(axis=1), verbose=0))
    difference = abs(losses[0] - losses[1])
    return Observation(difference > 1e-6, f"the trained models differ by {difference:.1f} in loss")


def _features():
    return np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
