"""Builds a model with the layer and predicts."""

import re

import numpy as np

from layerlint.proof import Observation

X = np.array([[3.0, 4.0], [0.0, 2.0]], "float32")


def observe(module, keras):
    try:
        model = keras.Sequential([keras.Input((2,)), module.Normalize()])
    except AttributeError as error:
        return Observation(True, f"building a model raised AttributeError: {_reason(error)}")
    lengths = np.linalg.norm(model.predict(X, verbose=0), axis=-1)
    text = ", ".join(f"{length:.2f}" for length in lengths)
    return Observation(not np.allclose(lengths, 1, atol=1e-3), f"the vectors' lengths were {text}")


def unchanged(buggy, fixed, keras):
    one, other = buggy.Normalize(name="layer"), fixed.Normalize(name="layer")
    same = one.get_config() == other.get_config()
    return Observation(not same, f"the layer could not be called before; configs equal: {same}")


def _reason(error):
    return re.search(r"module '[\w.]+' has no attribute '\w+'", str(error)).group()
