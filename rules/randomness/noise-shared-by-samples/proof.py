"""Sample twice from one distribution in one batch."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    zeros = np.zeros((2, 3), "float32")
    first, second = np.asarray(module.Sampling(3)([zeros, zeros]))
    difference = float(np.abs(first - second).max())
    return Observation(
        broken=difference == 0,
        detail=f"two samples of one batch differ by {'nothing' if not difference else 'noise'}",
    )
