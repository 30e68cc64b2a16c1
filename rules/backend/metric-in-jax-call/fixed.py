import os

os.environ["KERAS_BACKEND"] = "jax"

from tensorflow import keras


class Watched(keras.layers.Layer):
    def build(self, input_shape):
        self.level = self.add_weight(name="level", shape=(), initializer="zeros", trainable=False)

    def call(self, inputs, training=None):
        if training:
            self.level.assign(0.9 * self.level + 0.1 * keras.ops.mean(inputs))
        return 2 * inputs
