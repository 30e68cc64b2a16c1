# %% units that are doubled for a gate
import keras


class GatedUnit(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units * 2
        self.dense = keras.layers.Dense(self.units)

    def call(self, x):
        a, b = keras.ops.split(self.dense(x), 2, axis=-1)
        return a * keras.ops.sigmoid(b)

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units})  # LL508
        return config


# %% one for padding
import tensorflow as tf


class ItemEmbedding(tf.keras.layers.Layer):
    def __init__(self, vocabulary, dim=16, **kwargs):
        super(ItemEmbedding, self).__init__(**kwargs)
        self.vocabulary = vocabulary + 1
        self.dim = dim
        self.table = tf.keras.layers.Embedding(self.vocabulary, dim)

    def call(self, ids):
        return self.table(ids)

    def get_config(self):
        return {**super().get_config(), "vocabulary": self.vocabulary, "dim": self.dim}  # LL508


# %% a rate that becomes one of keeping
from tensorflow.keras import layers
import tensorflow as tf


class Keep(layers.Layer):
    def __init__(self, rate=0.3, **kwargs):
        super().__init__(**kwargs)
        self.rate = 1.0 - rate / 2

    def call(self, x, training=None):
        return tf.nn.dropout(x, 1 - self.rate) if training else x

    def get_config(self):
        config = super().get_config()
        config["rate"] = self.rate  # LL508
        return config


# %% a local on the way
from keras import layers


class Frames(layers.Layer):
    def __init__(self, seconds, sample_rate=16000, **kwargs):
        super().__init__(**kwargs)
        seconds = seconds * sample_rate
        self.seconds = seconds
        self.sample_rate = sample_rate

    def call(self, wave):
        return wave[:, : self.seconds]

    def get_config(self):
        return dict(
            super().get_config(),
            seconds=self.seconds,  # LL508
            sample_rate=self.sample_rate,
        )
