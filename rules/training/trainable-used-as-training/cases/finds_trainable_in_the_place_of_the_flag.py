import functools
import tensorflow as tf
from tensorflow import keras


# %% if self.trainable: inputs = inputs + tf.random.normal(tf.shape(inpu...
class Noise(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
        if self.trainable:
            inputs = inputs + tf.random.normal(tf.shape(inputs))  # LL115
        return inputs


# %% return inputs + tf.random.normal(tf.shape(inputs)) if self.trainabl...
class Noise(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
        return inputs + tf.random.normal(tf.shape(inputs)) if self.trainable else inputs  # LL115


# %% if self.trainable and self.rate: self.seen.assign_add(self.rate) re...
class Noise(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
        if self.trainable and self.rate:
            self.seen.assign_add(self.rate)  # LL115
        return inputs
