"""Changes the last channel, and looks at the first one, which is of another group."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.GroupNorm(2)
    data = np.random.default_rng(1).normal(size=(1, 6, 6, 4)).astype("float32")
    before = np.array(layer(data))
    data[..., -1] += np.arange(36, dtype="float32").reshape((6, 6))
    apart = float(np.abs(np.array(layer(data)) - before)[..., 0].max())
    return Observation(apart > 1e-4, f"another last channel moved the first by {apart:.2f}")
