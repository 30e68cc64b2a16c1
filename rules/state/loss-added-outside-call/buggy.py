"""A projection whose kernel is kept small."""

import tensorflow as tf
from tensorflow import keras


class SmallProjection(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units), initializer="ones"
        )
        self.add_loss(0.1 * tf.reduce_sum(self.kernel**2))

    def call(self, x):
        return tf.matmul(x, self.kernel)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
