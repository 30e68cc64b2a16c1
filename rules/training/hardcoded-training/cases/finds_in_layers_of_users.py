# %% each block of a list
import keras
from keras import layers


class DenseStack(layers.Layer):
    def __init__(self, widths, **kwargs):
        super().__init__(**kwargs)
        self.denses = [layers.Dense(width) for width in widths]
        self.norms = [layers.BatchNormalization() for _ in widths]

    def call(self, features, training=None):
        for dense, norm in zip(self.denses, self.norms):
            features = keras.ops.relu(norm(dense(features), training=True))  # LL110
        return features


# %% dropout of attention, in a helper
import tensorflow as tf


class Attention(tf.keras.layers.Layer):
    """Dot-product attention with dropout on the weights."""

    def __init__(self, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.dropout = tf.keras.layers.Dropout(rate)

    def _weights(self, query, key):
        scores = tf.matmul(query, key, transpose_b=True)
        scores /= tf.sqrt(tf.cast(tf.shape(key)[-1], scores.dtype))
        return self.dropout(tf.nn.softmax(scores), training=True)  # LL110

    def call(self, inputs, training=None):
        query, key, value = inputs
        return tf.matmul(self._weights(query, key), value)


# %% an upscaler with a part of its own class
from tensorflow import keras


class Upsample(keras.layers.Layer):
    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.up = keras.layers.Conv2DTranspose(filters, 4, strides=2, padding="same")
        self.norm = keras.layers.BatchNormalization(momentum=0.8)

    def call(self, x, training=None):
        return keras.activations.relu(self.norm(self.up(x), training=training))


class Upscaler(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = Upsample(64)
        self.second = Upsample(3)

    def call(self, image):
        return self.second(self.first(image, training=True), training=True)  # LL110, LL110


# %% a part that a Sequential holds, called in a comprehension
import tensorflow as tf
from tensorflow.keras import Sequential, layers


class MultiScale(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.branches = [
            Sequential([layers.Conv1D(16, size), layers.Dropout(0.2), layers.GlobalMaxPooling1D()])
            for size in (3, 5, 7)
        ]
        self.out = layers.Dense(1)

    def call(self, audio, training=None):
        pooled = [branch(audio, training=True) for branch in self.branches]  # LL110
        return self.out(tf.concat(pooled, axis=-1))
