"""Evaluates, and looks at the moving mean."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.TideNet()
    x = np.full((32, 4), 5.0, "float32")
    model(x)
    model.compile("sgd", "mse")
    model.evaluate(x, np.zeros((32, 1), "float32"), verbose=0)
    moved = float(np.abs(np.array(model.norm.moving_mean)).max())
    return Observation(broken=moved > 0, detail=f"evaluate moved the mean by {moved:.2f}")
