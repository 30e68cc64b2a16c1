"""Trains a model that only holds the layer and looks at the loss."""

import numpy as np

from layerlint.proof import Observation

X = np.ones((4, 1), "float32")


def observe(module, keras):
    model = keras.Sequential([keras.Input((1,))])
    try:
        model.add(module.Amplify())
    except AttributeError:
        return Observation(True, "building a model raised AttributeError")
    model.compile("sgd", "mse")
    loss = model.fit(X, X, verbose=0).history["loss"][0]
    quiet = np.array_equal(model.predict(X, verbose=0), X)
    return Observation(
        loss != 1 or not quiet, f"the loss of doubled ones against ones was {loss:g} in `fit`"
    )


def unchanged(buggy, fixed, keras):
    one, other = buggy.Amplify(name="layer"), fixed.Amplify(name="layer")
    same = one.get_config() == other.get_config()
    if keras.__name__.startswith("tf_keras"):
        same = same and np.array_equal(one(X), other(X))
        same = same and np.array_equal(one(X, training=False), other(X, training=False))
    return Observation(not same, f"configs and, where it ran, inference equal: {same}")
