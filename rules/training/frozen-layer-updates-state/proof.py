"""Fine-tunes a head on new data behind the frozen layer."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.Centering()
    model = keras.Sequential([keras.Input((4,)), layer, keras.layers.Dense(1)])
    _fit(model, np.zeros((32, 4), "float32"))
    layer.trainable = False
    _fit(model, np.full((32, 4), 3.0, "float32"))
    center = float(np.mean(layer.center))
    detail = f"fitting on data with mean 3.0 left the center of the frozen layer at {center:.1f}"
    return Observation(center != 0.0, detail)


def _fit(model, x):
    model.compile(optimizer="sgd", loss="mse")
    model.fit(x, x.sum(axis=1), verbose=0)
