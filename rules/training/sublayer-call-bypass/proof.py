"""Call the block in training mode, as fit does, and count what dropout dropped."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model, data = setup(module, keras)
    kept = np.asarray(model(data, training=False))
    trained = np.asarray(model(data, training=True))
    active = kept > 0
    dropped = float(np.mean(trained[active] == 0.0))
    model.compile(keras.optimizers.SGD(0.0), "mse")
    loss = model.fit(data, kept, verbose=0).history["loss"][0]
    return Observation(
        broken=dropped == 0.0 and loss < 1e-6,
        detail=f"in training, a Dropout of 50% dropped {dropped:.0%} "
        f"of the units, and fit on its own predictions has a loss of {loss:.2f}",
    )


def unchanged(buggy, fixed, keras):
    seen = []
    for module in (buggy, fixed):
        model, data = setup(module, keras)
        outputs = [model.predict(data, verbose=0), np.asarray(model(data))]
        seen.append([*outputs, *model.get_weights()])
    difference = max(float(np.abs(a - b).max()) for a, b in zip(*seen, strict=True))
    return Observation(
        broken=difference > 1e-6,
        detail=f"predict, direct calls and weights differ by {difference:.1f}",
    )


def setup(module, keras):
    keras.utils.set_random_seed(0)
    inputs = keras.Input((4,))
    model = keras.Model(inputs, module.FeedForward(16)(inputs))
    return model, np.random.RandomState(0).normal(0.0, 1.0, (64, 4)).astype("float32")
