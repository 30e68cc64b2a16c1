"""Show the metric a model that finds one of three samples."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    metric = module.Hits()
    targets = np.ones((3, 1), "float32")
    metric.update_state(targets, np.array([[0.9], [0.1], [0.01]], "float32"))
    count = float(np.asarray(metric.result()))
    detail = f"of the probabilities 0.9, 0.1 and 0.01 {count:.0f} counted as a hit"
    return Observation(count != 1, detail)
