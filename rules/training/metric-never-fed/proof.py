"""Fit targets that are far from all predictions, and look at the error."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.Regressor()
    model.compile(keras.optimizers.SGD(0.0))
    data = np.ones((4, 2), "float32")
    history = model.fit(data, 100 * data[:, :1], verbose=0).history
    error = float(history["error"][-1])
    return Observation(error == 0, f"an error of about 100 was reported as {error:.0f}")
