import tensorflow as tf
from tensorflow import keras


class Positions(keras.layers.Layer):
    def __init__(self, length, dim, **kwargs):
        super().__init__(**kwargs)
        self.length = length
        self.dim = dim
        self.table = keras.layers.Embedding(length, dim)

    def call(self, x):
        return x + self.table(tf.range(start=0, limit=self.length, delta=1))

    def get_config(self):
        return {**super().get_config(), "length": self.length, "dim": self.dim}


def text_model(words, length, dim):
    inputs = keras.Input((length,), dtype="int32")
    x = keras.layers.Embedding(words, dim)(inputs)
    x = Positions(length, dim)(x)
    return keras.Model(inputs, keras.layers.GlobalMaxPooling1D()(x))
