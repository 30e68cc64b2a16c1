"""Call the layer three times, and count its weights."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.FeatureScale()
    data = np.ones((4, 2), "float32")
    try:
        for _ in range(3):
            layer(data)
    except Exception as error:
        message = str(error).replace("\n", " ")
        known = "cannot add new elements of state" in message
        reason = "cannot add new elements of state to a layer that is built" if known else message
        return Observation(True, f"the first call raises {type(error).__name__}: {reason}")
    count = len(layer.weights)
    return Observation(broken=count != 1, detail=f"after three calls the layer has {count} weights")
