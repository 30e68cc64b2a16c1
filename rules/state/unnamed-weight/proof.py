"""Save a model as HDF5, and load it."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((3,)), module.Affine()])
    data = np.ones((2, 3), "float32")
    before = model.predict(data, verbose=0)
    try:
        model.save("model.h5")
    except Exception as error:
        reason = str(error).partition("(")[2].partition(")")[0]
        return Observation(True, f"saving as HDF5 raises {type(error).__name__}: {reason}")
    loaded = keras.models.load_model(
        "model.h5", custom_objects={"Affine": module.Affine}, compile=False
    )
    difference = float(np.abs(loaded.predict(data, verbose=0) - before).max())
    return Observation(difference > 1e-6, f"after loading, predictions differ by {difference:.1f}")
