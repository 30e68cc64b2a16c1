"""Predict one sentence alone, and with zeros behind it."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    keras.utils.set_random_seed(0)
    models = (module.make_model(), module.make_reader())
    sentence = np.array([[4, 8, 15]], "int32")
    padded = np.pad(sentence, ((0, 0), (0, 9)))
    changes = []
    for model in models:
        alone, behind = (model.predict(each, verbose=0) for each in (sentence, padded))
        changes.append(float(np.abs(alone - behind).max()))
    said = " and ".join(f"{change:.2f}" for change in changes)
    return Observation(
        broken=max(changes) > 1e-5,
        detail=f"nine steps of padding changed the answers of two models by up to {said}",
    )
