"""Build a model and predict on images of both kinds."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    images = np.full((4, 2, 2, 1), 255.0, "float32")
    direct = float(np.max(module.UnitRange()(images)))
    try:
        model = keras.Sequential([keras.Input((2, 2, 1)), module.UnitRange()])
        bright, dark = (
            float(model.predict(images * factor, verbose=0).max()) for factor in (1.0, 0.001)
        )
    except TypeError as error:
        return Observation(
            broken=True,
            detail=f"a direct call scales 255 to {direct:.2f}, "
            f"building a model raises {type(error).__name__}",
        )
    return Observation(
        broken=False, detail=f"predict scales 255 to {bright:.2f} and keeps 0.255 as {dark:.3f}"
    )
