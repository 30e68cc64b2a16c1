"""Builds a model with the layer."""

import numpy as np

from layerlint.proof import Observation

X = np.array([[1.0, 2.0]], "float32")


def observe(module, keras):
    try:
        model = keras.Sequential([keras.Input((2,)), module.Affine()])
    except (TypeError, ValueError) as error:
        return Observation(True, f"building a model raised {type(error).__name__}")
    shapes = [tuple(weight.shape) for weight in model.weights]
    identical = np.array_equal(model.predict(X, verbose=0), X)
    return Observation(
        shapes != [(2,), (2,)] or not identical, f"the model has weights of the shapes {shapes}"
    )


def unchanged(buggy, fixed, keras):
    one, other = buggy.Affine(name="affine"), fixed.Affine(name="affine")
    same = one.get_config() == other.get_config()
    return Observation(not same, f"the layer could not be built before; configs equal: {same}")
