# %% the encoder of an autoencoder
import keras


class Bottleneck(keras.layers.Layer):
    def __init__(self, encoder, decoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder = encoder
        self.decoder = decoder

    def call(self, x):
        return self.decoder(self.encoder(x))

    def get_config(self):
        return {
            **super().get_config(),
            "encoder": self.encoder,  # LL505
            "decoder": self.decoder,  # LL505
        }


# %% a table of positions, as an array
import numpy as np
import tensorflow as tf


class Positions(tf.keras.layers.Layer):
    def __init__(self, table, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.table = np.asarray(table, "float32")
        self.scale = scale

    def call(self, x):
        return x + self.scale * tf.cast(self.table, x.dtype)

    def get_config(self):
        config = super().get_config()
        config.update({"table": self.table, "scale": self.scale})  # LL505
        return config


# %% a set of stop words
from keras import layers, ops


class DropItems(layers.Layer):
    def __init__(self, items=(), **kwargs):
        super().__init__(**kwargs)
        self.items = set(items)

    def call(self, ids):
        for item in self.items:
            ids = ops.where(ids == item, 0, ids)
        return ids

    def get_config(self):
        config = super().get_config()
        config["items"] = self.items  # LL505
        return config


# %% a weight that is meant to be kept
from tensorflow import keras


class Temperature(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.temperature = self.add_weight(name="t", shape=(), initializer="ones")

    def call(self, logits):
        return logits / self.temperature

    def get_config(self):
        return dict(super().get_config(), temperature=self.temperature)  # LL505
