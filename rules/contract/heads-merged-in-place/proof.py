import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.Heads(2, 4)
    data = np.random.default_rng(1).normal(size=(1, 6, 4)).astype("float32")
    before = np.asarray(layer(data))
    data[:, -1] += 3.0
    apart = float(np.abs(np.asarray(layer(data)) - before)[:, :-1].max())
    return Observation(
        apart > 1e-4, f"another last word changed the words before it by {apart:.2f}"
    )
