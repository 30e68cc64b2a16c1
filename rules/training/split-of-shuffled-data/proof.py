"""Train on one part, and look which samples of the other one the model has seen."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    features = np.arange(64, dtype="float32")[:, None]
    training, validation = module.split(features, features)
    held_back = {float(x) for batch, _ in validation for x in batch[:, 0]}
    seen = {float(x) for _ in range(3) for batch, _ in training for x in batch[:, 0]}
    common = len(held_back & seen)
    detail = f"after 3 epochs {common} of {len(held_back)} validation samples were trained on"
    return Observation(common > 0, detail)
