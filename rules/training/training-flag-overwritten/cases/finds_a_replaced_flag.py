import functools
import tensorflow as tf
from tensorflow import keras


# %% body0
class Noise(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
        training = self.rate > 0
        if training:
            inputs = inputs + tf.random.normal(tf.shape(inputs))  # LL116
        return inputs


# %% body1
class Noise(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
        on = training
        on = self.rate > 0
        if on:
            inputs = inputs + tf.random.normal(tf.shape(inputs))  # LL116
        return inputs


# %% training = self.rate > 0 return self.drop(inputs, training=training)
class Noise(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
        training = self.rate > 0
        return self.drop(inputs, training=training)  # LL116
