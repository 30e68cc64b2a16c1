from functools import partial

import keras
from keras import layers


class Stem(layers.Layer):
    def __init__(self, width, **kwargs):
        super().__init__(**kwargs)
        self.conv = layers.Conv1D(width, 3, padding="same")
        self.norm = layers.BatchNormalization()
        self.drop = layers.Dropout(0.3)

    def call(self, signal, training=None):
        normalise = partial(self.norm, training=training)
        return self.drop(normalise(self.conv(signal)))
