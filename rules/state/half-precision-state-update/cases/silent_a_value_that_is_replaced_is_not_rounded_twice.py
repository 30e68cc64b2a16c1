import keras
import tensorflow as tf


# %% self.steps.assign(tf.reduce_mean(x))
class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(tf.reduce_mean(x))
        return x * tf.cast(self.steps, self.compute_dtype)


# %% self.steps.assign(tf.cast(tf.reduce_mean(x), self.steps.dtype))
class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(tf.cast(tf.reduce_mean(x), self.steps.dtype))
        return x * tf.cast(self.steps, self.compute_dtype)


# %% self.steps.assign(tf.zeros(self.steps.shape))
class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(tf.zeros(self.steps.shape))
        return x * tf.cast(self.steps, self.compute_dtype)
