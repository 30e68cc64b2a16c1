import keras
import tensorflow as tf


# %% trainable=False, autocast=False
class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False, autocast=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(self.steps + 1.0)
        return x * tf.cast(self.steps, self.compute_dtype)


# %% trainable=False, experimental_autocast=False
class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False, experimental_autocast=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(self.steps + 1.0)
        return x * tf.cast(self.steps, self.compute_dtype)


# %% trainable=False, dtype='int32'
class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False, dtype='int32')

    def call(self, x, training=None):
        if training:
            self.steps.assign(self.steps + 1.0)
        return x * tf.cast(self.steps, self.compute_dtype)


# %% trainable=False, dtype=tf.int64
class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False, dtype=tf.int64)

    def call(self, x, training=None):
        if training:
            self.steps.assign(self.steps + 1.0)
        return x * tf.cast(self.steps, self.compute_dtype)


# %% trainable=False, **self.options
class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False, **self.options)

    def call(self, x, training=None):
        if training:
            self.steps.assign(self.steps + 1.0)
        return x * tf.cast(self.steps, self.compute_dtype)
