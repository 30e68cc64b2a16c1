"""Put the model together, call it, and count what there is to train."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.text_model(words=10, length=4, dim=3)
    model(np.array([[1, 2, 3, 4]]))
    parameters = sum(int(np.prod(weight.shape)) for weight in model.trainable_weights)
    detail = f"of 30 numbers for words and 12 for positions the model trains {parameters}"
    return Observation(parameters < 42, detail)
