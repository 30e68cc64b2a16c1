"""Saves and loads a model that holds the layer."""

import numpy as np

from layerlint.proof import Observation

X = np.arange(16, dtype="float32").reshape(2, 8)


def observe(module, keras):
    model = keras.Sequential([keras.Input((8,)), module.Heads(8, 4)])
    model.save("model.keras")
    try:
        again = keras.models.load_model("model.keras", custom_objects={"Heads": module.Heads})
    except TypeError:
        return Observation(True, "`model.save` worked and `load_model` raised TypeError")
    equal = np.array_equal(model.predict(X, verbose=0), again.predict(X, verbose=0))
    return Observation(not equal, "the loaded model predicts the same")


def unchanged(buggy, fixed, keras):
    one, other = buggy.Heads(8, 4, name="heads"), fixed.Heads(8, 4, name="heads")
    same = (
        np.array_equal(one(X), other(X))
        and other.get_config().items() <= one.get_config().items()
        and other.size == one.size
    )
    return Observation(not same, f"outputs, attributes and the other keys equal: {same}")
