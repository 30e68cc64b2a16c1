# %% None is settled before the test
import keras
from keras import ops


class GraphDegreeScaler(keras.layers.Layer):
    """Keeps the largest degree of the training graphs."""

    def build(self, input_shape):
        self.largest = self.add_weight(name="largest", shape=(), initializer="ones", trainable=False)

    def call(self, degrees, training=None):
        if training is None:
            training = False
        if training is not False:
            self.largest.assign(ops.maximum(self.largest, ops.max(degrees)))
        return degrees / self.largest


# %% a return for both modes that are not training
import tensorflow as tf


class Whitening(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(
            name="scale", shape=(input_shape[-1],), initializer="ones", trainable=False
        )

    def call(self, images, training=None):
        if training is None or training is False:
            return images / self.scale
        self.scale.assign(tf.math.reduce_std(images, axis=(0, 1, 2)))
        return images / self.scale


# %% what is guarded by not False writes nothing
from tensorflow import keras
import tensorflow as tf


class LatentSampler(keras.layers.Layer):
    def build(self, input_shape):
        self.beta = self.add_weight(name="beta", shape=(), initializer="zeros", trainable=False)

    def call(self, mean, log_variance, training=None):
        if training is not False:
            self.add_loss(self.beta * tf.reduce_mean(tf.square(mean)))
        if training is True:
            self.beta.assign(tf.minimum(self.beta + 1e-3, 1.0))
        return mean
