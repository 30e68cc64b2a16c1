"""Call the layer on values, then put it into a model and fit."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    data = np.random.RandomState(0).normal(size=(8, 3)).astype("float32")
    longest = float(np.linalg.norm(np.asarray(module.Squash()(data)), axis=-1).max())
    try:
        model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(3), module.Squash()])
        model.compile("sgd", "mse")
        model.fit(data, data, verbose=0)
    except NotImplementedError as error:
        return Observation(
            broken=True,
            detail=f"a direct call gives vectors up to {longest:.2f} long, "
            f"building a model raises {type(error).__name__}",
        )
    return Observation(
        broken=False,
        detail=f"a direct call gives vectors up to {longest:.2f} long, and fit works",
    )
