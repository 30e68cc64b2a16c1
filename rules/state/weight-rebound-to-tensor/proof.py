"""Fit for two epochs, and read the sum."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer, model, data = setup(module, keras)
    try:
        model.fit(data, data[:, :1], batch_size=4, epochs=2, verbose=0)
    except Exception as error:
        return Observation(True, f"fit raises {type(error).__name__}")
    try:
        total = float(layer.total.numpy())
    except Exception as error:
        kind = type(layer.total).__name__
        detail = f"after fit `total` is a {kind}, and reading it raises {type(error).__name__}"
        return Observation(True, detail)
    return Observation(total != 32.0, f"two epochs over a sum of 16 make a `total` of {total:.0f}")


def unchanged(buggy, fixed, keras):
    seen = []
    for module in (buggy, fixed):
        _, model, data = setup(module, keras)
        weights = [weight.shape for weight in model.weights]
        seen.append((weights, model.predict(data, verbose=0)))
    difference = float(np.abs(seen[0][1] - seen[1][1]).max())
    return Observation(
        broken=seen[0][0] != seen[1][0] or difference > 1e-6,
        detail=f"the weights are compared; predictions differ by {difference:.1f}",
    )


def setup(module, keras):
    keras.utils.set_random_seed(0)
    layer = module.RunningSum()
    inputs = keras.Input((2,))
    model = keras.Model(inputs, keras.layers.Dense(1)(layer(inputs)))
    model.compile("sgd", "mse")
    return layer, model, np.ones((8, 2), "float32")
