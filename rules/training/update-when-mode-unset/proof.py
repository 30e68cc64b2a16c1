"""Call the model directly, as serving code does, and look at the state before and after."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer, model, data = setup(module, keras)
    before = top(layer)
    model.predict(data, verbose=0)
    predicted = top(layer)
    model(data)
    called = top(layer)
    return Observation(
        broken=called != before,
        detail=f"`model(x)` moved `top` from {before:.1f} to {called:.1f}, "
        f"while predict left it at {predicted:.1f}",
    )


def unchanged(buggy, fixed, keras):
    seen = []
    for module in (buggy, fixed):
        layer, model, data = setup(module, keras)
        predicted = model.predict(data, verbose=0)
        model.compile("sgd", "mse")
        model.fit(data, data, epochs=2, verbose=0)
        seen.append([predicted, model.predict(data, verbose=0), np.asarray(top(layer))])
    difference = max(float(np.abs(a - b).max()) for a, b in zip(*seen, strict=True))
    return Observation(
        broken=difference > 1e-6,
        detail=f"predict and the state after fit differ by {difference:.1f}",
    )


def setup(module, keras):
    keras.utils.set_random_seed(0)
    layer = module.SeenMaximum()
    inputs = keras.Input((3,))
    model = keras.Model(inputs, keras.layers.Dense(3)(layer(inputs)))
    return layer, model, np.full((8, 3), 7.0, "float32")


def top(layer):
    return float(layer.get_weights()[0])
