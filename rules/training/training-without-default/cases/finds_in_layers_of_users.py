# %% attention with a mask and a required flag
import tensorflow as tf


class EncoderLayer(tf.keras.layers.Layer):
    """A transformer encoder layer, in the way of the tutorial of 2019."""

    def __init__(self, d_model, heads, dff, rate=0.1):
        super().__init__()
        self.attention = tf.keras.layers.MultiHeadAttention(heads, d_model // heads)
        self.first = tf.keras.layers.Dense(dff, activation="relu")
        self.second = tf.keras.layers.Dense(d_model)
        self.norm = tf.keras.layers.LayerNormalization(epsilon=1e-6)
        self.dropout = tf.keras.layers.Dropout(rate)

    def call(self, x, training, mask):  # LL107
        attended = self.attention(x, x, attention_mask=mask)
        x = self.norm(x + self.dropout(attended, training=training))
        return x + self.second(self.first(x))


# %% a keyword that has to be given
from keras import layers, ops


class GaussianGate(layers.Layer):
    def __init__(self, deviation=0.1, **kwargs):
        super().__init__(**kwargs)
        self.noise = layers.GaussianNoise(deviation)

    def call(self, inputs, *, training):  # LL107
        return ops.sigmoid(self.noise(inputs, training=training))


# %% a model used in a functional graph
import keras
from keras import layers


class Decoder(keras.Model):
    def __init__(self, channels: int) -> None:
        super().__init__()
        self.dense = layers.Dense(7 * 7 * channels)
        self.reshape = layers.Reshape((7, 7, channels))
        self.norm = layers.BatchNormalization()
        self.up = layers.Conv2DTranspose(1, 3, strides=4, padding="same")

    def call(self, z, training: bool):  # LL107
        x = self.norm(self.reshape(self.dense(z)), training=training)
        return self.up(x)


def autoencoder(latent):
    z = keras.Input((latent,))
    return keras.Model(z, Decoder(8)(z))


# %% inherited by a layer that calls it so
import tensorflow as tf
from tensorflow.keras import layers


class GraphConvolution(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.project = layers.Dense(units)
        self.drop = layers.Dropout(0.5)

    def call(self, inputs, training):  # LL107
        nodes, adjacency = inputs
        nodes = self.drop(nodes, training=training)
        return tf.matmul(adjacency, self.project(nodes))


class GraphNetwork(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.first = GraphConvolution(16)
        self.second = GraphConvolution(7)

    def call(self, inputs, training=None):
        nodes, adjacency = inputs
        nodes = tf.nn.relu(self.first((nodes, adjacency)))
        return self.second((nodes, adjacency))
