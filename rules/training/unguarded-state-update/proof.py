"""Predict twice on the same data and look at the state before and after."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer, model, data = setup(module, keras)
    before = mean(layer)
    first = model.predict(data, verbose=0)
    after = mean(layer)
    second = model.predict(data, verbose=0)
    drift = float(np.abs(first - second).max())
    return Observation(
        broken=before != after,
        detail=f"predict moved `mean` from {before:.2f} to {after:.2f}, "
        f"and a second predict on the same data differs by {drift:.2f}",
    )


def unchanged(buggy, fixed, keras):
    seen = []
    for module in (buggy, fixed):
        layer, model, data = setup(module, keras)
        outputs = np.asarray(model(data, training=True))
        model.compile("sgd", "mse")
        loss = model.fit(data, data, epochs=2, verbose=0).history["loss"]
        seen.append((outputs, np.asarray(loss), layer.get_weights()[0]))
    difference = max(float(np.abs(a - b).max()) for a, b in zip(*seen, strict=True))
    return Observation(
        broken=difference > 1e-6,
        detail=f"training outputs, losses and the state after fit differ by {difference:.1f}",
    )


def setup(module, keras):
    keras.utils.set_random_seed(0)
    data = np.random.RandomState(0).normal(5.0, 1.0, (32, 3)).astype("float32")
    layer = module.RunningCenter()
    inputs = keras.Input((3,))
    model = keras.Model(inputs, keras.layers.Dense(3)(layer(inputs)))
    return layer, model, data


def mean(layer):
    return float(np.mean(layer.get_weights()[0]))
