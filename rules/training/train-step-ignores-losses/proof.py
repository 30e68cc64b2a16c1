"""Trains on inputs of zero, so that only the regularizer can move the kernel."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.Regressor()
    model.compile(optimizer=keras.optimizers.SGD(0.5))
    x, y = np.zeros((64, 4), "float32"), np.zeros((64, 1), "float32")
    model(x)
    before = float(np.linalg.norm(model.head.get_weights()[0]))
    model.fit(x, y, epochs=5, batch_size=16, verbose=0)
    after = float(np.linalg.norm(model.head.get_weights()[0]))
    detail = f"the regularizer alone took the norm of the kernel from {before:.2f} to {after:.2f}"
    return Observation(after == before, detail)
