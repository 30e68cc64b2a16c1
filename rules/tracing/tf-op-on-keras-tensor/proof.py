"""Build the model and predict."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    try:
        model = module.classifier()
    except ValueError as error:
        reason = str(error).split(".")[0].strip()
        return Observation(broken=True, detail=f"building the model raises ValueError: {reason}")
    shape = model.predict(np.ones((2, 6, 4), "float32"), verbose=0).shape
    return Observation(broken=False, detail=f"the model builds, and predict gives {shape}")
