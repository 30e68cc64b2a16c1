"""Change what is hidden of a sample, and look at what is made of the rest of it."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.Attention(2, 4)
    x = np.random.default_rng(0).normal(size=(2, 3, 8)).astype("float32")
    padding = np.array([[False, False, True], [False, False, False]])
    other = x.copy()
    other[0, 2] += 5.0
    before, after = (np.asarray(layer(each, padding))[0, :2] for each in (x, other))
    apart = float(np.abs(before - after).max())
    return Observation(
        apart > 1e-4, f"what is hidden of a sample changed the rest of it by {apart:.2f}"
    )
