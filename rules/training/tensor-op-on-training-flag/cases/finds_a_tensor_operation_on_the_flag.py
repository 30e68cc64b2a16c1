import functools
import tensorflow as tf
from tensorflow import keras


# %% return tf.cond(training, lambda: inputs * 2, lambda: inputs)
class Noise(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
        return tf.cond(training, lambda: inputs * 2, lambda: inputs)  # LL114


# %% return tf.where(training, inputs * 2, inputs)
class Noise(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
        return tf.where(training, inputs * 2, inputs)  # LL114


# %% return inputs * tf.cast(training, inputs.dtype)
class Noise(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
        return inputs * tf.cast(training, inputs.dtype)  # LL114


# %% return inputs * tf.case([(training, lambda: 2.0)], default=lambda: ...
class Noise(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
        return inputs * tf.case([(training, lambda: 2.0)], default=lambda: 1.0)  # LL114


# %% return keras.ops.cond(training, lambda: inputs * 2, lambda: inputs)
class Noise(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
        return keras.ops.cond(training, lambda: inputs * 2, lambda: inputs)  # LL114
