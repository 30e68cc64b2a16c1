from tensorflow import keras
from tensorflow.keras import layers


class Mix(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(units)

    def call(self, x, last=None, train_mode=True):
        if last is not None or not train_mode:
            last = x[:, -1:]
        y = self.dense(x)
        if train_mode:
            return y
        return y, last
