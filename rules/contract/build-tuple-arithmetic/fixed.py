"""One learned linear map for every feature."""

import tensorflow as tf
from tensorflow import keras


class FeatureMaps(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=tuple(input_shape[1:]) + (self.units,), initializer="ones"
        )

    def call(self, x):
        return x[..., tf.newaxis] * self.kernel

    def get_config(self):
        return {**super().get_config(), "units": self.units}
