"""Trains on ones to reproduce ones: the loss is zero just where nothing is dropped."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    loss = _compiled(module, keras).train_on_batch(_ones(), _ones())
    detail = f"with a rate of 0.5 the loss of reproducing ones is {float(loss):.2f} in training"
    return Observation(float(loss) < 1e-6, detail)


def unchanged(buggy, fixed, keras):
    outputs = [_compiled(module, keras).predict(_ones(), verbose=0) for module in (buggy, fixed)]
    difference = float(np.abs(outputs[0] - outputs[1]).max())
    return Observation(difference > 1e-6, f"`predict` differs by {difference:.1f}")


def _compiled(module, keras):
    """Dropout and a diagonal layer that starts as the identity."""
    keras.utils.set_random_seed(0)
    identity = keras.layers.Dense(8, use_bias=False, kernel_initializer="identity")
    model = keras.Sequential([keras.Input((8,)), module.InputDropout(0.5), identity])
    model.compile(optimizer="sgd", loss="mse")
    return model


def _ones():
    return np.ones((16, 8), "float32")
