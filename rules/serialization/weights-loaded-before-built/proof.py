"""Saves the weights of a model, and loads them into a new one."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    hours = np.ones((4, 3), "float32")
    net = module.TideNet()
    before = np.array(net(hours))
    net.save_weights("tides.weights.h5")
    try:
        after = np.array(module.restored(hours))
    except ValueError as error:
        return Observation(broken=True, detail=f"loading raised: {str(error)[:50]}")
    apart = float(np.abs(before - after).max())
    return Observation(broken=apart > 0, detail=f"the restored model differs by {apart:.2f}")
