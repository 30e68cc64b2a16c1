"""Saves and loads a model that holds the layer."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    keras.utils.set_random_seed(1)
    model = module.network()
    x = np.ones((2, 4), "float32")
    before = model.predict(x, verbose=0)
    try:
        model.save("model.keras")
    except NotImplementedError:
        return Observation(True, "`model.save` raised NotImplementedError")
    again = keras.models.load_model("model.keras", custom_objects={"Residual": module.Residual})
    difference = float(np.abs(again.predict(x, verbose=0) - before).max())
    return Observation(
        difference > 1e-6, f"the loaded model's predictions differ by {difference:.2f}"
    )
