"""Saves and loads a model that holds the layer."""

import numpy as np

from layerlint.proof import Observation

X = np.ones((2, 3), "float32")


def observe(module, keras):
    model = _model(module, keras)
    model.save("model.keras")
    try:
        again = keras.models.load_model("model.keras", custom_objects={"Scaled": module.Scaled})
    except ValueError:
        return Observation(True, "`model.save` worked and `load_model` raised ValueError")
    difference = float(np.abs(model.predict(X, verbose=0) - again.predict(X, verbose=0)).max())
    return Observation(difference > 1e-6, f"the loaded model predicts the same within {difference}")


def unchanged(buggy, fixed, keras):
    one, other = _model(buggy, keras), _model(fixed, keras)
    same = np.array_equal(one.predict(X, verbose=0), other.predict(X, verbose=0)) and [
        weight.name for weight in one.weights
    ] == [weight.name for weight in other.weights]
    return Observation(not same, f"predictions and weights equal: {same}")


def _model(module, keras):
    keras.utils.set_random_seed(1)
    layer = module.Scaled(keras.layers.Dense(2, name="dense"), 3.0, name="scaled")
    return keras.Sequential([keras.Input((3,)), layer])
