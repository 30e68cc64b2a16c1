import keras
from keras import ops


class HardGate(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.scorer = keras.Sequential([keras.layers.Dense(8), keras.layers.Dense(1)])

    def call(self, channels):
        keep = ops.cast(ops.greater(self.scorer(channels), 0.0), channels.dtype)  # LL223
        return channels * keep
