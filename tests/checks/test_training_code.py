"""Code that trains: one optimizer for two models (LL427), the metrics that it feeds (LL126)."""

from __future__ import annotations

HALF = """
import tensorflow as tf
from tensorflow import keras

keras.mixed_precision.set_global_policy("{policy}")


class Tide(keras.Model):
    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(data, training=True))
            {scaling}
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {{}}
"""


def half(policy="mixed_float16", scaling="pass"):
    return HALF.format(policy=policy, scaling=scaling)


def test_keras_2_has_them(lint):
    source = half("float32", "loss = loss * self.optimizer.lr")
    assert lint(source.replace("from tensorflow import keras", "import tf_keras as keras")) == []
