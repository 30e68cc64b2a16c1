import keras
from keras import layers


class Residual(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.dense = layers.Dense(units)
        self.norm = layers.BatchNormalization()

    def call(self, x):  # LL101
        return x + self.norm(self.dense(x))


def build():
    inputs = keras.Input((8,))
    return keras.Model(inputs, Residual(8)(inputs))


def train(x, y):
    model = Residual(8)
    model.compile("adam", "mse")
    model.fit(x, y)
