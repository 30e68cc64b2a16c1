"""Calls the chain."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    try:
        result = module.Chain([4, 2])(np.ones((2, 3), "float32"))
    except NotImplementedError as error:
        return Observation(True, f"NotImplementedError: {str(error).splitlines()[0][:70]}")
    return Observation(False, f"the chain returned {tuple(result.shape)}")
