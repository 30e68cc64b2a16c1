"""Fit on data whose mean is 5, and look at what BatchNormalization learned of it."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer, model, data = setup(module, keras)
    model.fit(data, data[:, :2], verbose=0)
    mean = float(np.mean(layer.norm.moving_mean.numpy()))
    return Observation(
        broken=abs(mean) < 1,
        detail=f"after fit on data with mean 5, `moving_mean` of BatchNormalization is {mean:.2f}",
    )


def unchanged(buggy, fixed, keras):
    seen = []
    for module in (buggy, fixed):
        layer, model, data = setup(module, keras)
        seen.append([model.predict(data, verbose=0), *layer.get_weights()])
    difference = max(float(np.abs(a - b).max()) for a, b in zip(*seen, strict=True))
    return Observation(
        broken=difference > 1e-6,
        detail=f"predictions and weights before training differ by {difference:.1f}",
    )


def setup(module, keras):
    keras.utils.set_random_seed(0)
    data = np.random.RandomState(0).normal(5.0, 1.0, (32, 3)).astype("float32")
    layer = module.NormalizedDense()
    model = keras.Sequential([keras.Input((3,)), layer])
    model.compile(keras.optimizers.SGD(0.01), "mse")
    return layer, model, data
