"""A projection to a fixed width."""

from tensorflow import keras


class Projection(keras.layers.Layer):
    """Projects the last axis to `units` features and applies an activation."""

    def __init__(self, units=4, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units, activation=activation)

    def call(self, inputs):
        return self.dense(inputs)
