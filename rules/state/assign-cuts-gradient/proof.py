"""Fit a model that has to learn to triple its input."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    keras.utils.set_random_seed(0)
    layer = module.NormedDense()
    inputs = keras.Input((2,))
    model = keras.Model(inputs, keras.layers.Dense(2)(layer(inputs)))
    model.compile(keras.optimizers.SGD(0.1), "mse")
    data = np.random.RandomState(0).normal(size=(64, 2)).astype("float32")
    model.fit(data, 3 * data, epochs=10, verbose=0)
    moved = float(np.abs(layer.length.numpy() - 1.0).max())
    return Observation(broken=moved == 0, detail=f"ten epochs of fit moved `length` by {moved:.2f}")
