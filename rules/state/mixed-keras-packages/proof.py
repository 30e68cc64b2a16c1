"""Fit a model of the package that the outer layer comes from."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    keras = module.keras
    keras.utils.set_random_seed(0)
    layer = module.Head()
    model = keras.Sequential([keras.Input((3,)), layer])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    data = np.random.RandomState(0).normal(size=(32, 3)).astype("float32")
    layer(data)
    before = layer.dense.get_weights()[0].copy()
    model.fit(data, data[:, :1], verbose=0)
    moved = float(np.abs(layer.dense.get_weights()[0] - before).max())
    trainable = len(model.trainable_weights)
    return Observation(
        broken=moved == 0,
        detail=f"the model has {trainable} trainable weights, "
        f"and fit moved the kernel of `dense` by {moved:.2f}",
    )
