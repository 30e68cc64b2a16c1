"""A scale with a gradient that is clipped."""

import tensorflow as tf
from tensorflow import keras


class ClippedScale(keras.layers.Layer):
    """Scales, and clips what comes back."""

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],), initializer="ones")

    def call(self, x):
        @tf.custom_gradient
        def clipped(x):
            def grad(upstream):
                return tf.clip_by_value(upstream, -1.0, 1.0)

            return tf.identity(x), grad

        return clipped(x * tf.convert_to_tensor(self.scale))
