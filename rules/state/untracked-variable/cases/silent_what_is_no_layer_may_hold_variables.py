import keras
import tensorflow as tf


# %% tf.Module
class Scale(tf.Module):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gain = tf.Variable(1.0)

    def call(self, x):
        return x * self.gain

    def set_gain(self, value):
        pass


# %% object
class Scale(object):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gain = tf.Variable(1.0)

    def call(self, x):
        return x * self.gain

    def set_gain(self, value):
        pass


# %% keras.callbacks.Callback
class Scale(keras.callbacks.Callback):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gain = tf.Variable(1.0)

    def call(self, x):
        return x * self.gain

    def set_gain(self, value):
        pass
