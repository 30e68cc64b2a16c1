"""Calls the layer."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    try:
        module.ChannelScale()(np.ones((2, 3), "float32"))
    except TypeError as error:
        return Observation(True, f"calling the layer raised TypeError: {error}")
    return Observation(False, "the layer ran")
