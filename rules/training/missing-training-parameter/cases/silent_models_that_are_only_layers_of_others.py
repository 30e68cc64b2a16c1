import keras
from keras import layers


# %% of a functional model
class Residual(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.dense = layers.Dense(units)
        self.norm = layers.BatchNormalization()

    def call(self, x):
        return x + self.norm(self.dense(x))


def build():
    inputs = keras.Input((8,))
    return keras.Model(inputs, Residual(8)(Residual(8)(inputs)))


# %% of a model that keeps them in a list of its own
class Block(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.dense = layers.Dense(units)
        self.norm = layers.BatchNormalization()

    def call(self, x):
        return self.norm(self.dense(x))


class Encoder(keras.Model):
    def __init__(self, depth):
        super().__init__()
        blocks = []
        for _ in range(depth):
            blocks.append(Block(8))
        self.net = keras.Sequential(blocks)

    def call(self, x, training=None):
        return self.net(x, training=training)
