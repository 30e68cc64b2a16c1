"""Trains a model with the layer for four batches."""

import numpy as np

from layerlint.proof import Observation

X = np.ones((8, 2), "float32")


def observe(module, keras):
    counter = module.BatchCounter()
    try:
        _train(counter, keras)
    except AttributeError:
        return Observation(True, "`fit` raised AttributeError")
    seen = int(counter.seen.numpy())
    return Observation(seen != 4, f"`fit` on 4 batches counted {seen}")


def unchanged(buggy, fixed, keras):
    one, other = buggy.BatchCounter(name="counter"), fixed.BatchCounter(name="counter")
    outputs = [np.array(layer(X)) for layer in (one, other)]
    same = np.array_equal(*outputs) and len(one.weights) == len(other.weights) == 1
    if keras.__name__.startswith("tf_keras"):
        _train(one, keras)
        _train(other, keras)
        same = same and int(one.seen) == int(other.seen) == 4
    return Observation(not same, f"outputs and weights equal, and the count where it ran: {same}")


def _train(counter, keras):
    model = keras.Sequential([keras.Input((2,)), counter, keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(X, X[:, :1], batch_size=2, verbose=0)
