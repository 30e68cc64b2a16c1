"""Save a model, load it, and compare predictions."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((3,)), module.FourierFeatures(), keras.layers.Dense(1)])
    data = np.random.RandomState(0).normal(size=(8, 3)).astype("float32")
    before = model.predict(data, verbose=0)
    model.save("model.keras")
    loaded = keras.models.load_model(
        "model.keras", custom_objects={"FourierFeatures": module.FourierFeatures}
    )
    difference = float(np.abs(loaded.predict(data, verbose=0) - before).max())
    return Observation(
        broken=difference > 1e-4,
        detail=f"after saving and loading, predictions differ by {difference:.2f}",
    )
