from tensorflow import keras
from tensorflow.keras import layers

# %% the call, and not the constructor

inputs = keras.Input((3,))
x = layers.Dropout(0.2)(inputs, training=True)

# %% a layer of the project that takes it


class Dropout(layers.Layer):
    def __init__(self, rate, training=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.pinned = training

    def call(self, x, training=None):
        return keras.ops.where(training if self.pinned is None else self.pinned, x * self.rate, x)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate, "training": self.pinned}


drop = Dropout(0.2, training=True)
