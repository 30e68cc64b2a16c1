from tensorflow import keras
from tensorflow.keras import layers


class Block(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.dense = layers.Dense(filters)
        self.gain = self.add_weight(shape=(), name="gain")

    def __call__(self, x):  # LL407
        return self.gain * self.dense(x)


def model():
    inputs = keras.Input((3,))
    return keras.Model(inputs, Block(8)(inputs))
