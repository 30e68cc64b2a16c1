import keras
from keras import ops


class SoftGate(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.scorer = keras.Sequential([keras.layers.Dense(8), keras.layers.Dense(1)])
        self.plain = keras.Sequential([keras.layers.ReLU()])
        self.fixed = keras.Sequential([keras.layers.Dense(1)], trainable=False)

    def call(self, channels):
        gate = ops.sigmoid(self.scorer(channels))
        hard = ops.cast(ops.greater(self.plain(channels), 0.0), channels.dtype)
        held = ops.cast(ops.greater(self.fixed(channels), 0.0), channels.dtype)
        return channels * gate * hard * held
