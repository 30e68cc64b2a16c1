"""Call the layer on eight sequences, then build a model for batches of any size."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    data = np.ones((8, 3, 2), "float32")
    shape = tuple(module.ClassToken()(data).shape)
    try:
        inputs = keras.Input((3, 2))
        model = keras.Model(inputs, module.ClassToken()(inputs))
        shapes = [model.predict(data[:size], verbose=0).shape for size in (8, 5)]
    except TypeError as error:
        return Observation(
            broken=True,
            detail=f"a direct call gives {shape}, building a model raises {type(error).__name__}",
        )
    return Observation(
        broken=False, detail=f"a direct call gives {shape}, predict {shapes[0]} and {shapes[1]}"
    )


def unchanged(buggy, fixed, keras):
    data = np.random.RandomState(0).normal(size=(8, 3, 2)).astype("float32")
    outputs = [np.asarray(module.ClassToken()(data)) for module in (buggy, fixed)]
    difference = float(np.abs(outputs[0] - outputs[1]).max())
    return Observation(
        broken=difference > 1e-6,
        detail=f"direct calls on eight sequences differ by {difference:.1f}",
    )
