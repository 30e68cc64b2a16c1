# %% from PyTorch
import keras
from keras import layers, ops


class SelfAttention(keras.layers.Layer):
    def __init__(self, dim, **kwargs):
        super().__init__(**kwargs)
        self.qkv = layers.Dense(3 * dim)
        self.out = layers.Dense(dim)

    def forward(self, x):  # LL416
        q, k, v = ops.split(self.qkv(x), 3, axis=-1)
        weights = ops.softmax(ops.matmul(q, ops.transpose(k, (0, 2, 1))))
        return self.out(ops.matmul(weights, v))


# %% a model with a training flag
import tensorflow as tf


class Autoencoder(tf.keras.Model):
    def __init__(self, latent):
        super().__init__()
        self.encoder = tf.keras.layers.Dense(latent)
        self.drop = tf.keras.layers.Dropout(0.1)
        self.decoder = tf.keras.layers.Dense(784)

    def forward(self, x, training=False):  # LL416
        return self.decoder(self.drop(self.encoder(x), training=training))


# %% a capital letter
from tensorflow.keras.layers import Layer
import tensorflow as tf


class DotScore(Layer):
    def Call(self, inputs):  # LL416
        user, item = inputs
        return tf.reduce_sum(user * item, axis=-1)


# %% inherited from a base of the project
import keras


class Base(keras.layers.Layer):
    def __init__(self, bands=64, **kwargs):
        super().__init__(**kwargs)
        self.bands = bands

    def inference(self, wave):  # LL416
        return keras.ops.abs(wave)[..., : self.bands]
