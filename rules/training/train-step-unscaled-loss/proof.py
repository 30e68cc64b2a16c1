"""Trains for one epoch and looks how far the bias moved."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    try:
        module.compute_in_half_precision()
        model = module.Tide()
        model.compile(optimizer=keras.optimizers.SGD(0.1))
        model.fit(np.ones((32, 3), "float32"), np.full((32, 1), 0.5, "float32"), verbose=0)
    finally:
        keras.mixed_precision.set_global_policy("float32")
    moved = abs(float(model.get_weights()[1][0]))
    return Observation(moved < 0.01, f"one step of `fit` moved the bias by {moved:.5f}")
