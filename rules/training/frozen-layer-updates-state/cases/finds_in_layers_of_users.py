# %% statistics of features
import keras
from keras import ops


class RunningScale(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(
            name="scale", shape=(input_shape[-1],), initializer="ones", trainable=False
        )

    def call(self, inputs, training=None):
        if training:
            self.scale.assign(0.9 * self.scale + 0.1 * ops.max(ops.abs(inputs), axis=0))  # LL120
        return inputs / self.scale


# %% a codebook, in a helper
import tensorflow as tf


class Codebook(tf.keras.layers.Layer):
    def __init__(self, size, dim, **kwargs):
        super().__init__(**kwargs)
        self.book = self.add_weight(
            name="book", shape=(size, dim), initializer="uniform", trainable=False
        )

    def _move(self, codes, z):
        hot = tf.one_hot(codes, tf.shape(self.book)[0])
        self.book.assign_add(0.01 * tf.matmul(hot, z, transpose_a=True))  # LL120

    def call(self, z, training=False):
        codes = tf.argmax(tf.matmul(z, self.book, transpose_b=True), axis=-1)
        if training:
            self._move(codes, z)
        return tf.gather(self.book, codes)


# %% an early return in inference
from tensorflow import keras
import tensorflow as tf


class SpectralScale(keras.layers.Layer):
    """Divides by the largest singular value, estimated by power iteration."""

    def build(self, input_shape):
        self.vector = self.add_weight(
            name="u", shape=(1, input_shape[-1]), initializer="random_normal", trainable=False
        )

    def call(self, features, training=None):
        if not training:
            return features
        u = tf.math.l2_normalize(tf.matmul(tf.matmul(self.vector, features, transpose_b=True), features))
        self.vector.assign(u)  # LL120
        return features / tf.norm(tf.matmul(features, u, transpose_b=True))


# %% averages of users of a recommender
from keras import layers, ops


class UserBias(layers.Layer):
    def __init__(self, users, **kwargs):
        super().__init__(**kwargs)
        self.users = users

    def build(self, input_shape=None):
        self.bias = self.add_weight(shape=(self.users,), initializer="zeros", trainable=False, name="b")

    def call(self, ids, ratings, training=None):
        error = ratings - ops.take(self.bias, ids)
        if training is True:
            moved = ops.scatter_update(self.bias, ids[:, None], ops.take(self.bias, ids) + 0.1 * error)
            self.bias.assign(moved)  # LL120
        return error
