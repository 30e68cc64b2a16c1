"""Call the layer in training mode, and count what was dropped."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    keras.utils.set_random_seed(0)
    layer = module.DroppedDense(units=100, rate=0.5)
    output = np.asarray(layer(np.ones((10, 3), "float32"), training=True))
    dropped = float((output == 0).mean())
    return Observation(
        broken=dropped == 0,
        detail=f"in training, with a rate of 0.5, {dropped:.0%} of the outputs are dropped",
    )
