"""A small classifier for sensor readings."""

from tensorflow import keras


class SensorClassifier(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.scale = keras.layers.BatchNormalization()
        self.hidden = keras.layers.Dense(16, activation="relu")
        self.drop = keras.layers.Dropout(0.5)
        self.out = keras.layers.Dense(1)

    def call(self, readings, training=None):
        x = self.hidden(self.scale(readings))
        return self.out(self.drop(x))
