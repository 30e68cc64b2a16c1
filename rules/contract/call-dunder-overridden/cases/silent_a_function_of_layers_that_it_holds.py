from tensorflow import keras
from tensorflow.keras import layers


# %% each of them is called, and found, by Keras itself
class Block(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(units)
        self.norm = layers.LayerNormalization()

    def __call__(self, x):
        return self.norm(self.dense(x))


inputs = keras.Input((8,))
model = keras.Model(inputs, Block(4)(inputs))
block = Block(4)
other = keras.Model(inputs, block(inputs))
