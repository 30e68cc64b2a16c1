# %% the running statistics of an audio front end
import keras
from keras import ops


class MelNormalizer(keras.layers.Layer):
    """Normalizes each mel band by running statistics."""

    def __init__(self, bands=64, momentum=0.99, **kwargs):
        super().__init__(**kwargs)
        self.bands = bands
        self.momentum = momentum

    def build(self, input_shape):
        self.mean = self.add_weight(
            name="mean", shape=(self.bands,), initializer="zeros", trainable=False
        )
        self.variance = self.add_weight(
            name="variance", shape=(self.bands,), initializer="ones", trainable=False
        )

    def _update(self, spectrogram):
        mean = ops.mean(spectrogram, axis=(0, 1))
        variance = ops.var(spectrogram, axis=(0, 1))
        self.mean.assign(self.momentum * self.mean + (1 - self.momentum) * mean)  # LL105
        self.variance.assign(self.momentum * self.variance + (1 - self.momentum) * variance)  # LL105

    def call(self, spectrogram, training=None):
        if training is not False and self.momentum < 1.0:
            self._update(spectrogram)
        return (spectrogram - self.mean) / ops.sqrt(self.variance + 1e-3)


# %% an early return in inference alone
import tensorflow as tf


class ItemPopularity(tf.keras.layers.Layer):
    """Counts how often each item is seen, and scales its embedding."""

    def __init__(self, items, **kwargs):
        super().__init__(**kwargs)
        self.items = items

    def build(self, input_shape):
        self.counts = self.add_weight(
            name="counts", shape=(self.items,), initializer="zeros", trainable=False
        )

    def call(self, ids, training=None):
        popularity = tf.gather(self.counts, ids)
        if training is False:
            return popularity
        seen = tf.reduce_sum(tf.one_hot(ids, self.items), axis=0)
        self.counts.assign_add(seen)  # LL105
        return popularity


# %% a codebook that is not None in predict
from tensorflow.keras.layers import Layer
import tensorflow as tf


class VectorQuantizer(Layer):
    def __init__(self, entries, dim, decay=0.95, **kwargs):
        super().__init__(**kwargs)
        self.entries, self.dim, self.decay = entries, dim, decay
        self.codebook = self.add_weight(
            name="codebook", shape=(entries, dim), initializer="uniform", trainable=False
        )

    def call(self, z, training=None):
        flat = tf.reshape(z, (-1, self.dim))
        distances = tf.reduce_sum((flat[:, None] - self.codebook[None]) ** 2, axis=-1)
        nearest = tf.argmin(distances, axis=-1)
        if training is not None:
            hot = tf.one_hot(nearest, self.entries)
            means = tf.math.divide_no_nan(
                tf.matmul(hot, flat, transpose_a=True), tf.reduce_sum(hot, axis=0)[:, None]
            )
            self.codebook.assign(self.decay * self.codebook + (1 - self.decay) * means)  # LL105
        return tf.reshape(tf.gather(self.codebook, nearest), tf.shape(z))


# %% a flag of its own that means not inference
from keras import layers, ops


class TemperatureGate(layers.Layer):
    """Attention with a temperature that falls with each batch."""

    def build(self, input_shape):
        self.temperature = self.add_weight(shape=(), initializer="ones", trainable=False, name="t")

    def call(self, queries, keys, training=None):
        inference = training is False
        scores = ops.matmul(queries, ops.transpose(keys, (0, 2, 1))) / self.temperature
        if not inference:
            self.temperature.assign(ops.maximum(self.temperature * 0.999, 0.1))  # LL105
        return ops.softmax(scores)
