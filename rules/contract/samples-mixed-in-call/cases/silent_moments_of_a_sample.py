# %% of each sample
import tensorflow as tf
from tensorflow.keras import layers


class Norm(layers.Layer):
    def call(self, x):
        mean, variance = tf.nn.moments(x, axes=[1, 2], keepdims=True)
        return (x - mean) / tf.sqrt(variance + 1e-3)

# %% with averages for inference
import tensorflow as tf
from tensorflow.keras import layers


class Norm(layers.Layer):
    def build(self, shape):
        self.average = self.add_weight(name="average", shape=(shape[-1],), trainable=False)

    def call(self, x, training=None):
        if training:
            mean, variance = tf.nn.moments(x, axes=[0])
            self.average.assign(0.9 * self.average + 0.1 * mean)
            return (x - mean) / tf.sqrt(variance + 1e-3)
        return x - self.average

# %% for a loss alone
import tensorflow as tf
from tensorflow.keras import layers


class Whitened(layers.Layer):
    def call(self, x):
        mean, variance = tf.nn.moments(x, axes=[0])
        centred = (x - mean) / tf.sqrt(variance + 1e-3)
        self.add_loss(tf.reduce_mean(tf.square(tf.matmul(centred, centred, transpose_a=True))))
        return x
