"""Saves and loads the model."""

import numpy as np

from layerlint.proof import Observation

X = np.ones((2, 3), "float32")


def observe(module, keras):
    keras.utils.set_random_seed(1)
    model = module.Mixer(4, scale=5.0)
    before = model.predict(X, verbose=0)
    model.save("model.keras")
    again = keras.models.load_model("model.keras", custom_objects={"Mixer": module.Mixer})
    difference = float(np.abs(again.predict(X, verbose=0) - before).max())
    return Observation(
        difference > 1e-6,
        f"`Mixer(4, scale=5.0)` was loaded with scale={again.scale:g}, "
        f"and predictions differed by {difference:.2f}",
    )
