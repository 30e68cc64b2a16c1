"""Train on one sample, whose accuracy cannot change for long, and count the epochs."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    data = np.zeros((4, 1), "float32")
    count = len(module.train(data, data).epoch)
    return Observation(count == 6, f"with the same accuracy in all epochs, {count} of 6 were run")
