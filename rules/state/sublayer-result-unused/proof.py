"""Trains the model, and looks at the first kernel."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.SnowLine()
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    x = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    model(x)
    before = np.array(model.slope.get_weights()[0])
    model.fit(x, x[:, :1], epochs=3, verbose=0)
    moved = float(np.abs(before - model.slope.get_weights()[0]).max())
    return Observation(broken=moved == 0, detail=f"training moved the first kernel by {moved:.2f}")
