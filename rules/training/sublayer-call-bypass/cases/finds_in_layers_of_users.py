# %% a residual block of a vision model
from tensorflow.keras import layers


class ResidualUnit(layers.Layer):
    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.conv = layers.Conv2D(filters, 3, padding="same")
        self.norm = layers.BatchNormalization()
        self.act = layers.ReLU()

    def build(self, input_shape):
        self.conv.build(input_shape)
        self.norm.build(self.conv.compute_output_shape(input_shape))

    def call(self, x, training=None):
        y = self.conv(x)
        y = self.norm.call(y)  # LL111
        return self.act(x + y)


# %% layers in a list
import keras


class Tower(keras.layers.Layer):
    """The tower of one side of a recommender."""

    def __init__(self, units=(64, 32), **kwargs):
        super().__init__(**kwargs)
        self.parts = []
        for width in units:
            self.parts.append(keras.layers.Dense(width, activation="relu"))
            self.parts.append(keras.layers.Dropout(0.2))

    def call(self, features):
        for part in self.parts:
            features = part.call(features)  # LL111
        return features


# %% a helper of a model calls a layer of the project
import tensorflow as tf


class PositionalEmbedding(tf.keras.layers.Layer):
    def __init__(self, vocabulary, dim):
        super().__init__()
        self.embedding = tf.keras.layers.Embedding(vocabulary, dim, mask_zero=True)
        self.dropout = tf.keras.layers.Dropout(0.1)

    def call(self, tokens, training=None):
        return self.dropout(self.embedding(tokens), training=training)


class Translator(tf.keras.Model):
    def __init__(self, vocabulary=1000, dim=16):
        super().__init__()
        self.embed = PositionalEmbedding(vocabulary, dim)
        self.gru = tf.keras.layers.GRU(dim)

    def encode(self, tokens):
        embedded = self.embed.call(tokens)  # LL111
        return self.gru(embedded)

    def call(self, inputs):
        return self.encode(inputs)


# %% a layer under another name
from keras import layers, ops


class GatedPooling(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gate = layers.Dense(1, activation="sigmoid")

    def build(self, input_shape):
        self.gate.build(input_shape)

    def call(self, nodes):
        gate = self.gate
        weights = gate.call(nodes)  # LL111
        return ops.sum(weights * nodes, axis=1)
