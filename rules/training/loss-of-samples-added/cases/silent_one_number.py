# %% a mean
import tensorflow as tf


class Sparse(tf.keras.layers.Layer):
    def call(self, x):
        self.add_loss(tf.reduce_mean(tf.reduce_sum(tf.square(x), axis=-1)))
        return x

# %% a sum, which may be meant
import tensorflow as tf


class Sparse(tf.keras.layers.Layer):
    def call(self, x):
        self.add_loss(tf.reduce_sum(tf.square(x)))
        return x

# %% over the batch
import keras
from keras import ops


class Balance(keras.layers.Layer):
    def call(self, x):
        share = ops.mean(x, axis=0)
        self.add_loss(ops.sum(ops.square(share)))
        return x

# %% of the weights
import keras
from keras import ops


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.gain = self.add_weight(name="gain", shape=(input_shape[-1],))

    def call(self, x):
        self.add_loss(ops.sum(ops.square(self.gain)))
        return x * self.gain
