import keras
from keras import layers


class Block(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.body = keras.Sequential([layers.Dense(units), layers.BatchNormalization(), layers.ReLU()])
        self.head = layers.Dense(1)

    def features(self, x, training=True):
        return self.body(x, training=training)  # LL110

    def call(self, x):
        return self.head(self.features(x))
