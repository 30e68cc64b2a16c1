"""Trains with early stopping and reads the history."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    model = module.Regressor()
    model.compile(optimizer="sgd", loss="mse")
    stop = keras.callbacks.EarlyStopping(monitor="loss", patience=2)
    history = model.fit(x, x.sum(axis=1), epochs=20, callbacks=[stop], verbose=0).history["loss"]
    first = float(np.mean(history[0]))
    detail = (
        f"`EarlyStopping` ended the training after {len(history)} of 20 epochs; "
        f"the loss reported for the first is {first:.2f}"
    )
    return Observation(first == 0.0, detail)
