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


# %% a module without variables, handed to a layer
class Scale(tf.Module):
    def __init__(self, factor):
        super().__init__()
        self.factor = factor


class Scaled(keras.layers.Layer):
    def __init__(self, scale, offset):
        super().__init__()
        self.scale = scale
        self.offset = float(offset)

    def call(self, x):
        return x * self.scale.factor + self.offset


def build():
    return keras.Sequential([Scaled(Scale(2.0), Offset(3.0))])


# %% a module that the layer only asks for a number
class Offset(tf.Module):
    def __init__(self, value):
        super().__init__()
        self.value = tf.Variable(value)


class Shifted(keras.layers.Layer):
    def __init__(self, offset):
        super().__init__()
        self.offset = offset.value.numpy()

    def call(self, x):
        return x + self.offset


def build():
    return keras.Sequential([Shifted(Offset(3.0))])
