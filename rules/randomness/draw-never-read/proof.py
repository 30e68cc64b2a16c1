"""Call the layer twice on the same input."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.Latent()
    mean = np.zeros((64, 2), "float32")
    apart = float(np.abs(np.asarray(layer(mean)) - np.asarray(layer(mean))).max())
    detail = "two calls gave the same numbers" if apart == 0 else "two calls gave other numbers"
    return Observation(apart == 0, detail)
