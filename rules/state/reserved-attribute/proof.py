"""Call the layer once."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    data = np.ones((2, 3), "float32")
    try:
        total = float(np.mean(module.WeightedSum()([data, data])))
    except Exception as error:
        return Observation(True, f"the first call raises {type(error).__name__}")
    return Observation(False, f"the first call returns {total:.1f}")
