# %% frequencies and phases, in steps with names
import math
import tensorflow as tf
from tensorflow import keras


class RFF(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        draw = keras.initializers.RandomNormal()
        self.w = self.add_weight(name="w", shape=(input_shape[-1], 8), initializer=draw)  # LL239
        self.b = self.add_weight(name="b", shape=(8,), initializer="random_uniform")  # LL239
        self.scale = self.add_weight(name="scale", shape=(), initializer="ones")

    def call(self, inputs):
        product = tf.matmul(inputs, self.w)
        phase = product + self.b
        return self.scale * tf.math.cos(phase)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


# %% a description that says so
import keras
from keras import ops


class KernelMap(keras.layers.Layer):
    """Maps to fixed random features of a Gaussian kernel, which are not trained."""

    def build(self, input_shape):
        self.omega = self.add_weight(  # LL239
            shape=(input_shape[-1], 32), initializer="random_normal", name="omega"
        )

    def call(self, x):
        return ops.sin(ops.matmul(x, self.omega))


# %% variables, with a helper
import tensorflow as tf
from tensorflow.keras.layers import Layer


class RandomFeatureLayer(Layer):
    def build(self, input_shape):
        self.draw = self.add_weight(  # LL239
            "draw", shape=(input_shape[-1], 4), initializer=tf.keras.initializers.random_normal()
        )

    def _waves(self, x):
        angle = x @ self.draw
        return tf.concat([tf.sin(angle), tf.cos(angle)], -1)

    def call(self, x):
        return self._waves(x)


# %% beside an output that is meant to be found
import tensorflow as tf
from tensorflow import keras


class RandomFourierRegression(keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(  # LL239
            name="w", shape=(input_shape[-1], 64), initializer="random_normal"
        )
        self.out = self.add_weight(name="out", shape=(64, 1), initializer="random_normal")

    def call(self, x):
        features = tf.cos(tf.matmul(x, self.w))
        return tf.matmul(features, self.out)
