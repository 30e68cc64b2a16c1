"""Takes the last time step."""

from tensorflow import keras


class TakeLast(keras.layers.Layer):
    def __init__(self, **kwargs):
        super(keras.layers.Layer, self).__init__(**kwargs)

    def call(self, x):
        return x[:, -1, :]
