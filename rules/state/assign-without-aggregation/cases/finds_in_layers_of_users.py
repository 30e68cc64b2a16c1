# %% the mean of a mel spectrogram
import keras
from keras import ops


class MelCenter(keras.layers.Layer):
    def __init__(self, bands=64, **kwargs):
        super().__init__(**kwargs)
        self.mean = self.add_weight(name="mean", shape=(bands,), initializer="zeros", trainable=False)

    def call(self, spectrogram, training=None):
        if training and self.trainable:
            batch = ops.mean(spectrogram, axis=(0, 1))
            self.mean.assign(0.99 * self.mean + 0.01 * batch)  # LL211
        return spectrogram - self.mean


# %% a codebook, moved in a helper
import tensorflow as tf


class Codebook(tf.keras.layers.Layer):
    def __init__(self, size, dim, **kwargs):
        super().__init__(**kwargs)
        self.size, self.dim = size, dim

    def build(self, input_shape):
        self.book = self.add_weight(
            name="book", shape=(self.size, self.dim), initializer="uniform", trainable=False
        )

    def _follow(self, z, codes):
        hot = tf.one_hot(codes, self.size)
        self.book.assign_add(0.01 * tf.matmul(hot, z, transpose_a=True))  # LL211

    def call(self, z, training=None):
        codes = tf.argmax(tf.matmul(z, self.book, transpose_b=True), axis=-1)
        if training and self.trainable:
            self._follow(z, codes)
        return tf.gather(self.book, codes)
