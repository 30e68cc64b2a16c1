"""Score 70 windows."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((10,)), keras.layers.Dense(1)])
    scores = module.score(model, np.arange(100.0), np.arange(70))
    return Observation(
        broken=len(scores) < 70,
        detail=f"of 70 samples `predict` gave {len(scores)} scores",
    )
