"""Saves and loads a model whose layer was given both arguments."""

import numpy as np

from layerlint.proof import Observation

X = np.linspace(-1, 1, 8, dtype="float32").reshape(4, 2)


def observe(module, keras):
    model = _model(module, keras)
    model.save("model.keras")
    again = keras.models.load_model("model.keras", custom_objects={"Affine": module.Affine})
    before, after = model.predict(X, verbose=0), again.predict(X, verbose=0)
    difference = float(np.abs(after - before).max())
    return Observation(
        difference > 1e-6,
        f"after save and load `offset` was {again.layers[-1].offset:g} instead of 3, "
        f"and predictions differed by {difference:.2f}",
    )


def unchanged(buggy, fixed, keras):
    one, other = _model(buggy, keras), _model(fixed, keras)
    one.compile("sgd", "mse")
    other.compile("sgd", "mse")
    same = (
        np.array_equal(one.predict(X, verbose=0), other.predict(X, verbose=0))
        and one.evaluate(X, X, verbose=0) == other.evaluate(X, X, verbose=0)
        and [weight.name for weight in one.weights] == [weight.name for weight in other.weights]
        and one.layers[-1].get_config().items() <= other.layers[-1].get_config().items()
    )
    return Observation(
        not same, f"predictions, losses, weights and the keys of before equal: {same}"
    )


def _model(module, keras):
    layer = module.Affine(2.0, offset=3.0, name="affine")
    return keras.Sequential([keras.Input((2,)), layer])
