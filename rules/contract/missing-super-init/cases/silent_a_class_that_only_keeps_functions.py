from tensorflow import keras
from tensorflow.keras.layers import Dense, Input


# %% what makes a model
class Generator(keras.Model):
    def __init__(self, batch_size):
        self.batch_size = batch_size

    def build_model(self, input_shape, width):
        noise = Input(shape=input_shape, batch_size=self.batch_size)
        return keras.Model(noise, Dense(width)(noise))


def train():
    return Generator(32).build_model((8,), 16)


# %% static methods
class Blocks(keras.layers.Layer):
    def __init__(self, width):
        self.width = width

    @staticmethod
    def wide(x):
        return Dense(64)(x)
