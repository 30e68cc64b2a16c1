"""Let the share of what is dropped grow from nothing to nine tenths, and look at the loss."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dropout(0.01)])
    model.compile(keras.optimizers.SGD(0.0), "mse")
    data = np.ones((64, 8), "float32")
    schedule = module.DropoutSchedule([0.0, 0.5, 0.9])
    losses = model.fit(data, data, epochs=3, verbose=0, callbacks=[schedule]).history["loss"]
    shown = ", ".join(f"{loss:.1f}" for loss in losses)
    return Observation(losses[-1] < 1, f"with rates of 0, 0.5 and 0.9 the loss was {shown}")
