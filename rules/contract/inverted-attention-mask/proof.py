import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.Causal()
    batch = np.random.default_rng(0).normal(size=(1, 4, 8)).astype("float32")
    other = batch.copy()
    other[:, -1] += 1.0
    first = np.asarray(layer(batch))[:, 0]
    moved = float(np.abs(np.asarray(layer(other))[:, 0] - first).max())
    detail = f"the last step of the input moved the first step of the output by {moved:.2f}"
    return Observation(moved > 1e-4, detail)
