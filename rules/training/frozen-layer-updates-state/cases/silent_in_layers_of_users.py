# %% the guard asks both
import keras
from keras import ops


class RunningMean(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(
            name="mean", shape=(input_shape[-1],), initializer="zeros", trainable=False
        )

    def call(self, inputs, training=None):
        if training and self.trainable:
            self.mean.assign(0.9 * self.mean + 0.1 * ops.mean(inputs, axis=0))
        return inputs - self.mean


# %% the flag is joined before
import tensorflow as tf


class GroupStatistics(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), initializer="zeros", trainable=False)

    def call(self, graph, training=None):
        if not self.trainable:
            training = False
        if training:
            self.seen.assign(tf.maximum(self.seen, tf.reduce_max(graph)))
        return graph / (1.0 + self.seen)


# %% only built-in layers hold state
from tensorflow.keras import layers


class ConvUnit(layers.Layer):
    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.conv = layers.Conv2D(filters, 3)
        self.norm = layers.BatchNormalization()

    def call(self, image, training=None):
        return self.norm(self.conv(image), training=training)


# %% the helper asks whether it is frozen
from keras import layers, ops


class Centroids(layers.Layer):
    def __init__(self, clusters, dim, **kwargs):
        super().__init__(**kwargs)
        self.centers = self.add_weight(
            name="centers", shape=(clusters, dim), initializer="uniform", trainable=False
        )

    def _pull(self, points):
        if not self.trainable:
            return
        self.centers.assign(self.centers + 0.01 * (ops.mean(points, axis=0) - self.centers))

    def call(self, points, training=None):
        if training:
            self._pull(points)
        return ops.matmul(points, ops.transpose(self.centers))
