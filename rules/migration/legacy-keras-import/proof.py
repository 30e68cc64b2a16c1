"""Imports the module and trains a model with its layer."""

import numpy as np

from layerlint.proof import Observation

imports_may_fail = True


def observe(module, keras):
    if isinstance(module, Exception):
        return Observation(True, f"importing the module raised {type(module).__name__}: {module}")
    model = keras.Sequential([keras.Input((3,)), module.GainedDense(2)])
    model.compile("sgd", "mse")
    before = model.get_weights()
    model.fit(np.ones((4, 3)), np.ones((4, 2)), verbose=0)
    moved = [not np.array_equal(a, b) for a, b in zip(before, model.get_weights(), strict=True)]
    return Observation(
        not all(moved) or len(moved) != 3, f"training moved {sum(moved)} of {len(moved)} weights"
    )


def unchanged(buggy, fixed, keras):
    nothing_to_compare = isinstance(buggy, ImportError)
    layer = fixed.GainedDense(2, name="gained")
    kept = layer.get_config()["units"] == 2 and isinstance(layer, keras.layers.Layer)
    return Observation(
        not (nothing_to_compare and kept),
        f"the module could not be imported before, and now defines the same layer: {kept}",
    )
