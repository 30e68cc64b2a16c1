import os

os.environ["KERAS_BACKEND"] = "jax"

from tensorflow import keras


class Watched(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.level = keras.metrics.Mean(name="level")

    def call(self, inputs):
        self.level.update_state(keras.ops.mean(inputs))
        return 2 * inputs
