"""Predicts with a rate of one half and counts what is dropped."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((100,)), module.OptionalDropout(0.5)])
    x = np.ones((8, 100), "float32")
    predicted = float((model.predict(x, verbose=0) == 0.0).mean())
    trained = float((np.asarray(model(x, training=True)) == 0.0).mean())
    detail = f"`predict` drops {predicted:.0%} of the inputs, training {trained:.0%}"
    return Observation(predicted > 0.0 or trained == 0.0, detail)
