# %% serialized and read back
import keras


class Wrapped(keras.layers.Layer):
    def __init__(self, inner, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner

    def call(self, x):
        return self.inner(x)

    def get_config(self):
        return {**super().get_config(), "inner": keras.saving.serialize_keras_object(self.inner)}

    @classmethod
    def from_config(cls, config):
        inner = keras.saving.deserialize_keras_object(config.pop("inner"))
        return cls(inner, **config)


# %% an activation and an initializer, through get
import tensorflow as tf


class Gate(tf.keras.layers.Layer):
    def __init__(self, activation="sigmoid", initializer="zeros", **kwargs):
        super().__init__(**kwargs)
        self.activation = tf.keras.activations.get(activation)
        self.initializer = tf.keras.initializers.get(initializer)

    def build(self, shape):
        self.gate = self.add_weight(name="gate", shape=(shape[-1],), initializer=self.initializer)

    def call(self, x):
        return x * self.activation(self.gate)

    def get_config(self):
        config = super().get_config()
        config["activation"] = tf.keras.activations.serialize(self.activation)
        config["initializer"] = tf.keras.initializers.serialize(self.initializer)
        return config


# %% an array made a list
import numpy as np
from keras import layers, ops


class Filterbank(layers.Layer):
    def __init__(self, weights, **kwargs):
        super().__init__(**kwargs)
        self.bank = np.asarray(weights, "float32")

    def call(self, spectrum):
        return ops.matmul(spectrum, self.bank)

    def get_config(self):
        return {**super().get_config(), "weights": self.bank.tolist()}


# %% a sorted list of a set, and a number of a layer
import keras


class Vocabulary(keras.layers.Layer):
    def __init__(self, words, dim=8, **kwargs):
        super().__init__(**kwargs)
        self.words = set(words)
        self.table = keras.layers.Embedding(len(self.words), dim)

    def call(self, ids):
        return self.table(ids)

    def get_config(self):
        config = super().get_config()
        config.update(words=sorted(self.words), dim=self.table.output_dim)
        return config
