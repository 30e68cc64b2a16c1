"""Make the layer and run it."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    try:
        layer = module.SqueezeExcite(8)
        layer(np.ones((1, 4, 4, 8), "float32"))
    except (TypeError, ValueError) as error:
        return Observation(True, f"making the layer raised {type(error).__name__}: {error}")
    return Observation(False, f"the layer ran, with {layer.reduce.units} units")


def unchanged(buggy, fixed, keras):
    def shapes(module):
        try:
            layer = module.SqueezeExcite(8)
            layer(np.ones((1, 4, 4, 8), "float32"))
        except (TypeError, ValueError):
            return None
        return [tuple(weight.shape) for weight in layer.weights]

    before, after = shapes(buggy), shapes(fixed)
    return Observation(before not in (None, after), f"the weights have the shapes {after}")
