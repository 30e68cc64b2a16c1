"""Predict one sentence alone, and with zeros behind it."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    keras.utils.set_random_seed(0)
    model = module.make_model()
    sentence = np.array([[4, 8, 15]], "int32")
    padded = np.pad(sentence, ((0, 0), (0, 9)))
    alone, behind = (model.predict(each, verbose=0) for each in (sentence, padded))
    difference = float(np.abs(alone - behind).max())
    return Observation(
        broken=difference > 1e-5,
        detail=f"nine steps of padding changed the answer by up to {difference:.2f}",
    )
