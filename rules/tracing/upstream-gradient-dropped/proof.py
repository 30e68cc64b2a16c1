"""Differentiate the layer's output, and ten times that."""

import tensorflow as tf

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.Binarized()
    x = tf.constant([[0.5, -0.5]])
    slopes = []
    for factor in (1.0, 10.0):
        with tf.GradientTape() as tape:
            tape.watch(x)
            loss = tf.reduce_sum(factor * layer(x))
        slopes.append(float(tape.gradient(loss, x)[0, 0]))
    return Observation(
        broken=slopes[0] == slopes[1],
        detail=f"the slope is {slopes[0]:.0f}, and {slopes[1]:.0f} of a loss ten times as large",
    )
