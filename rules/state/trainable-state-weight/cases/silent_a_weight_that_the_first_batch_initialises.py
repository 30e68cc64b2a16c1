# %% an activation normalization
import keras
from keras import ops


class ActNorm(keras.layers.Layer):
    """Activation normalization of Glow: initialised by the first batch."""

    def build(self, input_shape):
        dim = input_shape[-1]
        self.shift = self.add_weight(name="shift", shape=(dim,), initializer="zeros")
        self.log_scale = self.add_weight(name="log_scale", shape=(dim,), initializer="zeros")
        self.ready = self.add_weight(
            name="ready", shape=(), dtype="bool", initializer="zeros", trainable=False
        )

    def call(self, x, training=None):
        if training:
            mean = ops.mean(x, axis=0)
            scale = -ops.log(ops.std(x, axis=0) + 1e-6)
            self.shift.assign(ops.where(self.ready, self.shift, mean))
            self.log_scale.assign(ops.where(self.ready, self.log_scale, scale))
            self.ready.assign(True)
        return (x - self.shift) * ops.exp(self.log_scale)


# %% chosen by a flag, on Keras 2
import tensorflow as tf


class WeightNorm(tf.keras.layers.Layer):
    """Sets its gain by the first batch, and trains it afterwards."""

    def build(self, input_shape):
        self.gain = self.add_weight(name="gain", shape=(input_shape[-1],), initializer="ones")
        self.done = self.add_weight(
            name="done", shape=(), dtype=tf.bool, initializer="zeros", trainable=False
        )

    def call(self, x, training=None):
        if training:
            fresh = 1.0 / (tf.math.reduce_std(x, axis=0) + 1e-6)
            self.gain.assign(tf.where(self.done, self.gain, fresh))
            self.done.assign(True)
        return x * self.gain
