"""Train a model with the layer and count what Keras knows of it."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    data = np.random.RandomState(0).normal(size=(16, 3)).astype("float32")
    layer = module.Projection()
    model = keras.Sequential([keras.Input((3,)), layer, keras.layers.Dense(1)])
    before = layer.dense.kernel.numpy()
    model.compile(keras.optimizers.SGD(0.1), "mse")
    model.fit(data, data[:, :1], verbose=0)
    moved = float(np.abs(layer.dense.kernel.numpy() - before).max())
    count = len(layer.trainable_weights)
    return Observation(
        broken=count == 0 and moved == 0,
        detail=f"the layer has {count} trainable weights, and fit moves its kernel by {moved:.3f}",
    )
