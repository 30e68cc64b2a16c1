"""Trains at a learning rate of zero, where the loss is known, and reads the history."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    rain = np.ones((32, 3), "float32")
    level = np.full((32, 1), -5.0, "float32")
    model = module.Gauge()
    model.compile(optimizer=keras.optimizers.SGD(0.0), loss="mse", metrics=["mae"])
    reported = float(np.mean(model.fit(rain, level, verbose=0).history["loss"][0]))
    return Observation(
        abs(reported - 25.0) > 0.01, f"`fit` reported a loss of {reported:.2f} where it is 25.00"
    )
