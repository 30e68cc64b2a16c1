import random

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% call
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(0.5)

    @tf.function  # here  # LL307
    def call(self, x):
        return self.drop(x)


# %% with arguments
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.norm = layers.BatchNormalization()

    @tf.function(jit_compile=True)  # here  # LL307
    def call(self, x):
        return self.norm(x)


# %% a helper
class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(0.5)

    def call(self, x, training=None):
        return self.encode(x)

    @tf.function  # here  # LL307
    def encode(self, x):
        return self.drop(x)


# %% weights made inside
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)

    @tf.function  # here  # LL307
    def call(self, x):
        return self.dense(x)
