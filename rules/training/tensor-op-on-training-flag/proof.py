"""Builds a model with the layer, trains it and predicts."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    try:
        model = keras.Sequential([keras.Input((4,)), module.FeatureNoise(), keras.layers.Dense(1)])
    except ValueError:
        return Observation(True, "building a model with the layer raised `ValueError`")
    model.compile(optimizer="sgd", loss="mse")
    x = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    model.fit(x, x.sum(axis=1), verbose=0)
    count = len(model.predict(x, verbose=0))
    return Observation(False, f"the model was built and fitted and made {count} predictions")


def unchanged(buggy, fixed, keras):
    """What worked were direct calls with an explicit mode."""
    x = np.ones((32, 4), "float32")
    outputs = []
    for module in (buggy, fixed):
        keras.utils.set_random_seed(0)
        layer = module.FeatureNoise()
        outputs.append([np.asarray(layer(x, training=mode)) for mode in (True, False)])
    difference = float(np.abs(np.subtract(*outputs)).max())
    return Observation(difference > 1e-6, f"direct calls differ by {difference:.1f}")
