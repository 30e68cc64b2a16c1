from tensorflow import keras
from tensorflow.keras import layers


class SqueezeExcite(layers.Layer):
    def __init__(self, channels, **kwargs):
        super().__init__(**kwargs)
        self.channels = channels
        self.pool = layers.GlobalAveragePooling2D(keepdims=True)
        self.reduce = layers.Dense(channels / 4, activation="relu")
        self.expand = layers.Dense(channels, activation="sigmoid")

    def call(self, x):
        return x * self.expand(self.reduce(self.pool(x)))

    def get_config(self):
        return {**super().get_config(), "channels": self.channels}


def head(image):
    return keras.Model(image, SqueezeExcite(8)(image))
