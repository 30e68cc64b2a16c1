"""Call the layer with one sample."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    shape = tuple(np.asarray(module.Score()(np.ones((1, 3), "float32"))).shape)
    return Observation(shape != (1,), f"the output for one sample has the shape {shape}")
