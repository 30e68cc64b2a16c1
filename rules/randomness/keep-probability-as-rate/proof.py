import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    block = module.Block(400, keep_prob=0.9)
    data = np.random.default_rng(1).normal(size=(8, 6)).astype("float32")
    active = np.asarray(block(data, training=False)) > 0
    kept = float((np.asarray(block(data, training=True)) > 0)[active].mean())
    return Observation(kept < 0.5, f"with keep_prob=0.9, {kept:.0%} of the active units were kept")
