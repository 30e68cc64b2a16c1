"""Trains for one epoch and looks how far the bias moved."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    try:
        module.compute_in_half_precision()
        model = module.Tide()
        model.compile(optimizer=keras.optimizers.SGD(0.1))
        moon, height = np.ones((32, 3), "float32"), np.full((32, 1), 0.5, "float32")
        model.fit(moon, height, verbose=0)
        head = keras.Sequential([keras.layers.Dense(1, kernel_initializer="zeros")])
        head(moon)
        module.step_by_hand(head, moon, height)
    finally:
        keras.mixed_precision.set_global_policy("float32")
    moved = [abs(float(each.get_weights()[1][0])) for each in (model, head)]
    return Observation(
        broken=min(moved) < 0.01,
        detail=f"one step of `fit` moved the bias by {moved[0]:.5f}, one by hand by {moved[1]:.5f}",
    )
