import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% with a build
class Shift(layers.Layer):
    def build(self, input_shape):
        self.shift = self.add_weight(name="shift", shape=(1,))

    def __call__(self, x):  # here  # LL407
        return x + self.shift


# %% with sublayers, in a model
class Block(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)

    def __call__(self, x):  # here  # LL407
        return self.dense(x)


# %% beside a call that is asked for other things
class Table(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.table = layers.Embedding(4, 4)

    def __call__(self, x, **kwargs):  # here  # LL407
        return self.call(x)

    def call(self, x, mask=None):
        return self.table(x)


# %% with a flag
class Noise(layers.Layer):
    def __call__(self, x, training=None):  # here  # LL407
        return x + tf.random.normal(tf.shape(x)) if training else x
