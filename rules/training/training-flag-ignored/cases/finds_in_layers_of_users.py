# %% one of two branches forgets it
import keras
from keras import ops


class CrossAttention(keras.layers.Layer):
    def __init__(self, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = keras.random.SeedGenerator()

    def _attend(self, query, key, training=False):
        weights = ops.softmax(ops.matmul(query, ops.transpose(key, (0, 2, 1))))
        if training:
            weights = keras.random.dropout(weights, self.rate, seed=self.seed)
        return ops.matmul(weights, key)

    def call(self, inputs, training=False):
        image, text = inputs
        seen = self._attend(image, text, training=training)
        read = self._attend(text, image)  # LL117
        return seen, read


# %% a codebook that never moves
import tensorflow as tf


class Quantizer(tf.keras.layers.Layer):
    def __init__(self, entries=64, dim=8, **kwargs):
        super().__init__(**kwargs)
        self.entries, self.dim = entries, dim

    def build(self, input_shape):
        self.book = self.add_weight(
            name="book", shape=(self.entries, self.dim), initializer="uniform", trainable=False
        )

    def quantize(self, flat, training=None):
        nearest = tf.argmax(tf.matmul(flat, self.book, transpose_b=True), axis=-1)
        if training:
            hot = tf.one_hot(nearest, self.entries)
            self.book.assign_add(1e-3 * tf.matmul(hot, flat, transpose_a=True))
        return tf.gather(self.book, nearest)

    def call(self, z, training=None):
        return tf.reshape(self.quantize(tf.reshape(z, (-1, self.dim))), tf.shape(z))  # LL117


# %% a loop over hops of a graph
from tensorflow.keras import layers
import tensorflow as tf


class Propagation(layers.Layer):
    def __init__(self, hops=3, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.hops = hops
        self.rate = rate

    def hop(self, nodes, adjacency, training=None):
        nodes = tf.matmul(adjacency, nodes)
        return tf.nn.dropout(nodes, self.rate) if training else nodes

    def call(self, inputs, training=None):
        nodes, adjacency = inputs
        for _ in range(self.hops):
            nodes = self.hop(nodes, adjacency)  # LL117
        return nodes


# %% the helper is of a mixin
import keras
from keras import ops


class Jitter:
    def jitter(self, wave, training=None):
        if not training:
            return wave
        return wave + keras.random.normal(ops.shape(wave), stddev=0.01, seed=self.seed)


class WaveEncoder(Jitter, keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed = keras.random.SeedGenerator()
        self.conv = keras.layers.Conv1D(16, 3)

    def call(self, wave, training=None):
        return self.conv(self.jitter(wave))  # LL117


# %% what is left for training alone
import keras
from keras import ops


class Corrupt(keras.layers.Layer):
    def __init__(self, rate=0.3, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = keras.random.SeedGenerator()

    def _hide(self, items, training=False):
        if training:
            keep = keras.random.uniform(ops.shape(items), seed=self.seed) > self.rate
            items = ops.where(keep, items, 0)
        return items

    def call(self, items, training=None):
        if not training:
            return items
        return self._hide(items)  # LL117
