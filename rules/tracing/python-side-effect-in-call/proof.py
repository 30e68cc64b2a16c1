"""Predict on ten batches and read the file."""

import os

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    path = os.path.abspath("peaks.txt")
    model = keras.Sequential([keras.Input((2,)), module.PeakLog(path)])
    model.predict(np.ones((20, 2), "float32"), batch_size=2, verbose=0)
    with open(path) as log:
        values = [line for line in log if line.strip().replace(".", "").isdigit()]
    return Observation(
        broken=len(values) < 10, detail=f"ten batches of predict noted {len(values)} activations"
    )
