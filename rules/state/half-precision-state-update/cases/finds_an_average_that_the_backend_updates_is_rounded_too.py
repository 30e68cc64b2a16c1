# %% keras
import keras
import tensorflow as tf


class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            tf.keras.backend.moving_average_update(self.steps, tf.reduce_mean(x), 0.999)  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)


# %% tf_keras
import tf_keras
import tensorflow as tf


class Counter(tf_keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            tf.keras.backend.moving_average_update(self.steps, tf.reduce_mean(x), 0.999)  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)
