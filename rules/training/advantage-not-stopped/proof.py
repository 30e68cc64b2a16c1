"""Trains with a critic that is right already, and looks at where the policy's loss moves it."""

import numpy as np
import tensorflow as tf

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((1,))
    chances = keras.layers.Dense(2, activation="softmax")(inputs)
    worth = keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")(inputs)
    model = keras.Model(inputs, [chances, worth])
    sailor = module.Sailor(model, keras.optimizers.SGD(0.1))
    places = tf.ones((4, 1))
    courses, returns = tf.constant([0, 1, 0, 1]), tf.constant([1.0, 1.0, 1.0, 1.0])
    for _ in range(20):
        sailor.step(places, courses, returns)
    value = float(np.asarray(model(places)[1])[0, 0])
    return Observation(
        broken=abs(value - 1) > 0.01,
        detail=f"a value that was right, 1.00, came to {value:.2f} by training",
    )
