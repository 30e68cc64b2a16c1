"""Changes the first of five samples, and looks at which rows of the result change."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.Unrolled()
    data = np.random.default_rng(1).normal(size=(5, 5, 2)).astype("float32")
    before = np.array(layer(data))
    data[0] += 1.0
    apart = np.abs(np.array(layer(data)) - before).max(axis=(1, 2))
    rows = int((apart > 1e-4).sum())
    return Observation(rows != 1, f"another first sample changed {rows} of 5 rows of the result")
