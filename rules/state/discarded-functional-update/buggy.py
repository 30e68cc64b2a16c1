"""A dense layer with dropout."""

from tensorflow import keras


class DroppedDense(keras.layers.Layer):
    def __init__(self, units=8, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.dropout = keras.layers.Dropout(rate)

    def call(self, x, training=None):
        x = self.dense(x)
        self.dropout(x, training=training)
        return x

    def get_config(self):
        return {**super().get_config(), "units": self.units, "rate": self.rate}
