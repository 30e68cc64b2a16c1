from tensorflow import keras
from tensorflow.keras import layers


class Block(layers.Layer):
    """Its layers are those of the functional model, which trains and saves them."""

    def __init__(self, filters):
        super().__init__()
        self.dense = layers.Dense(filters)
        self.drop = layers.Dropout(0.5)

    def __call__(self, x):
        return self.drop(self.dense(x))


def model():
    inputs = keras.Input((3,))
    x = Block(8)(inputs)
    return keras.Model(inputs, Block(4)(x))
