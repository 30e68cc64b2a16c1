"""Train on batches whose means are 0 and 1 in turn, and read the moving mean."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    block = module.Block()
    for batch in range(40):
        block(np.full((8, 3), float(batch % 2), "float32"), training=True)
    mean = float(np.array(block.norm.moving_mean)[0])
    heard = f"after 40 batches with means of 0 and 1 in turn the moving mean is {mean:.2f}"
    return Observation(abs(mean - 0.5) > 0.3, heard)
