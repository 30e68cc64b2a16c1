"""Saves and loads a model that holds the layer, twice."""

import numpy as np

from layerlint.proof import Observation

X = np.full((1, 2), 100.0, "float32")


def observe(module, keras):
    model = keras.Sequential([keras.Input((2,)), module.Temperature(1.0)])
    seen = [float(model.predict(X, verbose=0)[0, 0])]
    for _ in range(2):
        model.save("model.keras")
        model = keras.models.load_model(
            "model.keras", custom_objects={"Temperature": module.Temperature}
        )
        seen.append(float(model.predict(X, verbose=0)[0, 0]))
    numbers = ", then ".join(f"{value:g}" for value in seen[1:])
    return Observation(
        len(set(seen)) > 1, f"the prediction {seen[0]:g} became {numbers} by saving and loading"
    )
