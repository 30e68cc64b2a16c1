"""Let the model learn the targets of samples that have nothing in common, each a feature alone."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    keras.utils.set_random_seed(1)
    samples = np.eye(8, dtype="float32")
    targets = np.where(np.arange(8) % 3 == 0, 1.0, -1.0).astype("float32")[:, None]
    first, *rest = module.scores(samples, targets)
    worst = max(rest)
    heard = f"the first fold has a loss of {first:.1f}, the others have {worst:.1f} at most"
    return Observation(worst < first / 2, heard)
