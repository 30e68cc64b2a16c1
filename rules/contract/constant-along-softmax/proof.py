"""Change what stands in the padding."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.Attention()
    keep = np.array([[1.0, 1.0, 0.0]], "float32")
    x = np.ones((1, 3, 2), "float32")
    other = x.copy()
    other[:, 2] = 3.0
    apart = np.abs(np.asarray(layer(x, keep)) - np.asarray(layer(other, keep)))[:, :2].max()
    return Observation(bool(apart > 0), f"another padding changed the words by {apart:.2f}")
