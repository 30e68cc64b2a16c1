"""Trains the layer, and looks at the inner kernel."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((3,))
    layer = module.Scaled(2)
    model = keras.Model(inputs, layer(inputs))
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    before = np.array(layer.dense.get_weights()[0])
    x = np.random.default_rng(0).normal(size=(16, 3)).astype("float32")
    model.fit(x, x[:, :2], verbose=0)
    moved = float(np.abs(before - layer.dense.get_weights()[0]).max())
    return Observation(broken=moved == 0, detail=f"training moved the inner kernel by {moved:.2f}")
