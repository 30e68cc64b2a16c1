"""Fit, and look whether the variable moved and is among the weights that are saved."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer, model, data = setup(module, keras)
    model.fit(data, 5 * data, epochs=5, verbose=0)
    gain = float(np.mean(layer.gain.numpy()))
    saved = len(model.get_weights())
    return Observation(
        broken=gain == 1.0 and saved == 0,
        detail=f"after fit `gain` is {gain:.2f} (it began at 1.00), "
        f"and the model has {saved} weights to save",
    )


def unchanged(buggy, fixed, keras):
    seen = [
        setup(module, keras)[1].predict(np.ones((2, 3)), verbose=0) for module in (buggy, fixed)
    ]
    difference = float(np.abs(seen[0] - seen[1]).max())
    return Observation(
        broken=difference > 1e-6, detail=f"predictions before training differ by {difference:.1f}"
    )


def setup(module, keras):
    data = np.random.RandomState(0).normal(size=(32, 3)).astype("float32")
    layer = module.PositiveScale()
    model = keras.Sequential([keras.Input((3,)), layer])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    return layer, model, data
