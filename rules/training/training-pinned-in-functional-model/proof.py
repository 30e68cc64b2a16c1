"""Predicts twice, and counts what dropout has zeroed."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.tide_model()
    draws = module.spread(model, np.ones((64, 24), "float32"), 2)
    zeros = float(np.mean(draws[0] == 0))
    apart = float(np.abs(draws[0] - draws[1]).max())
    detail = f"dropout zeroed {zeros:.0%} in predict, and two predictions differ by {apart:.1f}"
    return Observation(broken=zeros < 0.2, detail=detail)
