import random

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% with the flag
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(0.5)

    @tf.function
    def call(self, x, training=None):
        return self.drop(x, training=training)


# %% with the flag by another name
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(0.5)

    @tf.function
    def call(self, x, isTraining=True):
        return self.drop(x, isTraining)


# %% no sublayers
class Wave(layers.Layer):
    @tf.function
    def call(self, x):
        return tf.sin(x)


# %% for serving
class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(0.5)

    def call(self, x, training=None):
        return self.drop(x)

    @tf.function
    def serve(self, x):
        return self(x, training=False)


# %% built before
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)

    def build(self, input_shape):
        self.dense.build(input_shape)

    @tf.function
    def call(self, x):
        return self.dense(x)


# %% the mode is said
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(0.5)

    @tf.function
    def call(self, x):
        return self.drop(x, training=True)


# %% compiled in the constructor, and told the mode or run by others
class Smooth(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(0.5)
        self.fast = tf.function(self._body)
        self.serve = tf.function(self._serve)
        self.wave = tf.function(self._wave)

    def _body(self, x, training):
        return 2.0 * self.drop(x, training=training)

    def _serve(self, x):
        return self.drop(x)

    def _wave(self, x):
        return tf.sin(x)

    def call(self, x, training=None):
        return self.wave(self.fast(x, bool(training)))
