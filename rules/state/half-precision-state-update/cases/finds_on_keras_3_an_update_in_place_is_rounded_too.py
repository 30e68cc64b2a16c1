import keras
import tensorflow as tf


# %% assign_add
class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign_add(1.0)  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)


# %% assign_sub
class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign_sub(1.0)  # LL216
        return x * tf.cast(self.steps, self.compute_dtype)
