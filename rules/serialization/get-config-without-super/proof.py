"""Saves and loads a model with a frozen, named layer."""

import numpy as np

from layerlint.proof import Observation

X = np.ones((4, 3), "float32")


def observe(module, keras):
    model = _model(module, keras)
    model.get_layer("frozen").trainable = False
    frozen = len(model.trainable_weights)
    model.save("model.keras")
    again = keras.models.load_model("model.keras", custom_objects={"Projection": module.Projection})
    names = [layer.name for layer in again.layers]
    trainable = len(again.trainable_weights)
    return Observation(
        "frozen" not in names or trainable != frozen,
        f"after save and load the layer `frozen` was called `{names[-1]}` and the model had "
        f"{trainable} trainable weights instead of {frozen}",
    )


def unchanged(buggy, fixed, keras):
    keras.utils.set_random_seed(1)
    one = _model(buggy, keras)
    keras.utils.set_random_seed(1)
    other = _model(fixed, keras)
    ours, theirs = one.get_layer("frozen"), other.get_layer("frozen")
    same = (
        np.array_equal(one.predict(X, verbose=0), other.predict(X, verbose=0))
        and [weight.name for weight in one.weights] == [weight.name for weight in other.weights]
        and ours.get_config().items() <= theirs.get_config().items()
    )
    return Observation(not same, f"predictions, weights and the keys of before equal: {same}")


def _model(module, keras):
    inputs = keras.Input((3,))
    return keras.Model(inputs, module.Projection(2, name="frozen")(inputs))
