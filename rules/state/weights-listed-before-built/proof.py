"""Calls the model, and asks for the penalty."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.Damped()
    model(np.ones((2, 3), "float32"))
    penalty = model.penalty()
    return Observation(broken=penalty == 0, detail=f"the penalty is {penalty:.2f}")
