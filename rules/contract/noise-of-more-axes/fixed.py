import tensorflow as tf
from tensorflow import keras


class DropPath(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, inputs, training=False):
        if not training:
            return inputs
        keep = 1.0 - self.rate
        shape = (tf.shape(inputs)[0], *[1] * (len(inputs.shape) - 1))
        chances = tf.random.uniform(shape)
        return inputs / keep * tf.floor(keep + chances)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}


def make_model():
    words = keras.Input((6,), dtype="int32")
    tokens = keras.layers.Embedding(20, 8)(words)
    mixed = keras.layers.Conv1D(8, 3, padding="same")(tokens)
    mixed = DropPath(0.5)(mixed)
    return keras.Model(words, mixed)
