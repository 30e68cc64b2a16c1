"""Saves and loads a model that holds the layer."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    keras.utils.set_random_seed(1)
    model = module.network()
    model.save("model.keras")
    try:
        again = keras.models.load_model("model.keras", custom_objects={"Residual": module.Residual})
    except TypeError:
        return Observation(True, "`model.save` worked and `load_model` raised TypeError")
    x = np.ones((2, 4), "float32")
    difference = float(np.abs(again.predict(x, verbose=0) - model.predict(x, verbose=0)).max())
    return Observation(
        difference > 1e-6, f"the loaded model's predictions differ by {difference:.2f}"
    )
