# %% an axis
import tensorflow as tf


class Centre(tf.keras.layers.Layer):
    def call(self, x):
        return x - tf.reduce_mean(x, axis=-1, keepdims=True)

# %% a loss of the layer
import tensorflow as tf


class Sparse(tf.keras.layers.Layer):
    def call(self, x):
        self.add_loss(0.1 - tf.reduce_mean(tf.abs(x)))
        return x

# %% the mean of a weight
import keras
from keras import ops


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.gain = self.add_weight(name="gain", shape=(input_shape[-1],))

    def call(self, x):
        return x - ops.mean(self.gain)

# %% in training alone
import keras
from keras import ops


class Shift(keras.layers.Layer):
    def call(self, x, training=False):
        if training:
            return x - ops.mean(x)
        return x
