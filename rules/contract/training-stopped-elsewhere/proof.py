"""Fit a model that is good from the beginning, and count the epochs."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    data = np.zeros((4, 1), "float32")
    history = model.fit(data, data, epochs=3, verbose=0, callbacks=[module.StopWhenGood()])
    count = len(history.epoch)
    return Observation(count == 3, f"with a loss of 0, {count} of 3 epochs were run")
