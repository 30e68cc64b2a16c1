# %% every block of a list
import keras
from keras import layers


class Block(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(units)
        self.drop = layers.Dropout(0.1)

    def call(self, x, training=None):
        return self.drop(self.dense(x), training=training)


class Stack(keras.Model):
    def __init__(self, depth=3, units=8):
        super().__init__()
        self.blocks = [Block(units) for _ in range(depth)]

    def call(self, x, training=None):
        for block in self.blocks:
            x = block(x, training)  # LL118
        return x


# %% dropout in a helper of an attention layer
import keras
from keras import ops


class Attend(keras.layers.Layer):
    def __init__(self, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.dropout = keras.layers.Dropout(rate)

    def _weights(self, scores, is_training):
        return self.dropout(ops.softmax(scores), is_training)  # LL118

    def call(self, query, key, training=False):
        scores = ops.matmul(query, ops.transpose(key, (0, 2, 1)))
        return ops.matmul(self._weights(scores, training), key)


# %% a constant, in an encoder of audio
from keras import layers


class FrozenStem(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.conv = layers.Conv1D(8, 3)
        self.norm = layers.BatchNormalization()

    def call(self, wave):
        return self.norm(self.conv(wave), False)  # LL118


# %% a part of a model given as a Sequential
import keras


class Autoencoder(keras.Model):
    def __init__(self, latent=4):
        super().__init__()
        self.encoder = keras.Sequential([keras.layers.Dense(latent), keras.layers.Dropout(0.1)])
        self.decoder = keras.Sequential([keras.layers.Dense(16)])

    def call(self, x, training=None):
        z = self.encoder(x, training)  # LL118
        return self.decoder(z, training=training)
