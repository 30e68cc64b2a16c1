"""Predict on rows of which one is all zeros, in float32 and under mixed precision."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    single = nan_count(module, keras, "float32")
    half = nan_count(module, keras, "mixed_float16")
    return Observation(
        broken=half > single,
        detail=f"for a row of zeros predict gives {single} NaN in float32, "
        f"{half} under mixed_float16",
    )


def nan_count(module, keras, policy):
    data = np.array([[1.0, 3.0], [0.0, 0.0]], "float32")
    model = keras.Sequential([keras.Input((2,)), module.RowShare(dtype=policy)])
    return int(np.isnan(model.predict(data, verbose=0)).sum())
