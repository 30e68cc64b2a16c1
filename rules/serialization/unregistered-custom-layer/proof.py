"""Runs the module's own function that saves and loads."""

import numpy as np

from layerlint.proof import Observation

X = np.array([[1, 2], [3, -1]], "float32")
Y = np.ones((2, 1), "float32")


def observe(module, keras):
    try:
        model, again = module.train_and_restore(X, Y)
    except TypeError:
        return Observation(True, "`load_model` raised TypeError: the class could not be found")
    equal = np.array_equal(model.predict(X, verbose=0), again.predict(X, verbose=0))
    return Observation(not equal, "the loaded model predicts the same")


def unchanged(buggy, fixed, keras):
    models = []
    for module in (buggy, fixed):
        keras.utils.set_random_seed(1)
        doubling = module.Doubling(name="doubling")
        models.append(keras.Sequential([keras.Input((2,)), doubling, keras.layers.Dense(1)]))
    one, other = models
    one.save("before.keras")
    loaded = keras.models.load_model(
        "before.keras", custom_objects={"Doubling": fixed.Doubling, ">Doubling": fixed.Doubling}
    )
    same = all(
        np.array_equal(one.predict(X, verbose=0), model.predict(X, verbose=0))
        for model in (other, loaded)
    )
    return Observation(not same, f"predictions equal, also of a file saved before: {same}")
