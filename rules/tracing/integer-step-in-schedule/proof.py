"""Train with the schedule."""

import numpy as np
import tensorflow as tf

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    try:
        model.compile(keras.optimizers.Adam(module.Warmup(64)), "mse")
        model.fit(np.ones((8, 2), "float32"), np.ones((8, 1), "float32"), verbose=0)
    except (TypeError, ValueError, tf.errors.InvalidArgumentError) as error:
        return Observation(True, f"training raised {type(error).__name__}")
    rate = float(model.optimizer.learning_rate)
    return Observation(False, f"`fit` ran, with a learning rate of {rate:.7f}")


def unchanged(buggy, fixed, keras):
    steps = (1.0, 10.0, 4000.0, 100000.0)
    rates = [
        [float(module.Warmup(64)(tf.constant(step))) for step in steps] for module in (buggy, fixed)
    ]
    return Observation(rates[0] != rates[1], f"for floats the rates are {rates[0]} and {rates[1]}")
