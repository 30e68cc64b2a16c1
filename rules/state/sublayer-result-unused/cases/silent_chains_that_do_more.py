import keras
from keras import layers


class Block(layers.Layer):
    def __init__(self, dim, **kwargs):
        super().__init__(**kwargs)
        self.measured = keras.Sequential([layers.Dense(dim), layers.BatchNormalization()])
        self.punished = keras.Sequential([layers.Dense(dim, activity_regularizer="l2")])
        self.plain = keras.Sequential([layers.ReLU()])
        self.mlp = keras.Sequential([layers.Dense(dim)])

    def call(self, x):
        y = self.measured(x)
        y = self.punished(x)
        y = self.plain(x)
        y = self.mlp(x)
        y = layers.add([x, y])
        return y
