from tensorflow import keras
from tensorflow.keras import layers


class Noise(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(units)
        self.noise = layers.GaussianNoise(0.1)

    def call(self, x, train_mode=True):  # LL108
        y = self.dense(x)
        if train_mode:
            return self.noise(y, training=True), x
        return y, x
