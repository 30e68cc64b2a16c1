"""Trains on inputs that are zero once centered: all that is left is noise."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    loss = _compiled(module, keras).train_on_batch(_ones(), np.zeros((64, 4), "float32"))
    detail = f"the power of the noise in training is {float(loss):.2f}"
    return Observation(float(loss) < 1e-6, detail)


def unchanged(buggy, fixed, keras):
    outputs = [_compiled(module, keras).predict(_ones(), verbose=0) for module in (buggy, fixed)]
    difference = float(np.abs(outputs[0] - outputs[1]).max())
    return Observation(difference > 1e-6, f"`predict` differs by {difference:.1f}")


def _compiled(module, keras):
    """The layer and a dense one that starts as the identity."""
    keras.utils.set_random_seed(0)
    identity = keras.layers.Dense(4, use_bias=False, kernel_initializer="identity")
    model = keras.Sequential([keras.Input((4,)), module.FeatureNoise(), identity])
    model.compile(optimizer="sgd", loss="mse")
    return model


def _ones():
    return np.ones((64, 4), "float32")
