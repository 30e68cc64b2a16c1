import tensorflow as tf

from layerlint.proof import Observation


def observe(module, keras):
    targets = tf.constant([[1.0], [0.0], [0.0], [0.0]])
    guesses = tf.constant([[0.1], [0.1], [0.1], [0.1]])
    each = -tf.math.log(tf.constant([[0.1], [0.9], [0.9], [0.9]]))
    meant = float(tf.reduce_mean(each * (1.0 + 9.0 * targets)))
    found = float(tf.reduce_mean(module.weighted_loss(targets, guesses)))
    detail = f"with ten times the weight for the first sample, the loss is {meant:.2f}"
    return Observation(abs(meant - found) > 0.01, f"{detail}, and {found:.2f} was computed")
