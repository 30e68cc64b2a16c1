"""Runs the model on three sentences, in training."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.make_model()
    shape = tuple(model(np.ones((3, 6), "int32"), training=True).shape)
    return Observation(shape != (3, 6, 8), f"of 3 sentences with 6 words came the shape {shape}")
