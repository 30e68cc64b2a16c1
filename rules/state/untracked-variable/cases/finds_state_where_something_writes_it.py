import keras
import tensorflow as tf


# %% tf.Variable(1.0, trainable=False)
class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gain = tf.Variable(1.0, trainable=False)  # LL201

    def call(self, x):
        return x * self.gain

    def set_gain(self, value):
        self.gain.assign(value)


# %% tf.Variable(0, dtype=tf.int64)
class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gain = tf.Variable(0, dtype=tf.int64)  # LL201

    def call(self, x):
        return x * self.gain

    def set_gain(self, value):
        self.gain.assign(value)


# %% tf.Variable(0)
class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gain = tf.Variable(0)  # LL201

    def call(self, x):
        return x * self.gain

    def set_gain(self, value):
        self.gain.assign(value)


# %% tf.Variable(False)
class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gain = tf.Variable(False)  # LL201

    def call(self, x):
        return x * self.gain

    def set_gain(self, value):
        self.gain.assign(value)
