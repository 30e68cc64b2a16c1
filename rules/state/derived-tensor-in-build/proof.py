"""Fit a model whose target is the first feature, and look whether the proportions were learned."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    keras.utils.set_random_seed(0)
    layer = module.FeatureMix()
    inputs = keras.Input((2,))
    model = keras.Model(inputs, keras.layers.Dense(1)(layer(inputs)))
    model.compile(keras.optimizers.SGD(0.1), "mse")
    data = np.random.RandomState(0).normal(size=(64, 2)).astype("float32")
    model.fit(data, data[:, :1], epochs=10, verbose=0)
    moved = float(np.abs(layer.logits.numpy()).max())
    return Observation(broken=moved == 0, detail=f"ten epochs of fit moved `logits` by {moved:.2f}")
