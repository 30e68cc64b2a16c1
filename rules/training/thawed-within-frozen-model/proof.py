"""Fine-tunes the last layer, and looks at its kernel."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layers = [keras.Input((4,)), keras.layers.Dense(8), keras.layers.Dense(1)]
    model = keras.Sequential(layers)
    before = [weight.copy() for weight in model.get_weights()]
    x = np.random.default_rng(3).normal(size=(32, 4)).astype("float32")
    module.tune(model, x, x.sum(1, keepdims=True))
    moved = [float(np.abs(a - b).max()) for a, b in zip(before, model.get_weights(), strict=True)]
    detail = f"3 epochs moved the last kernel by {moved[2]:.2f}, the one before by {moved[0]:.2f}"
    return Observation(broken=moved[2] == 0, detail=detail)
