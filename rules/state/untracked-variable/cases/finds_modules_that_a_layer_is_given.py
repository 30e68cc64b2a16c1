import tensorflow as tf
import keras
from keras import layers

# %% made where the layer is
class Kernel(tf.Module):
    def __init__(self, lengthscale):
        super().__init__()
        self.log_lengthscale = tf.Variable(tf.math.log(lengthscale))

    def __call__(self, x, z):
        return tf.exp(-tf.square(x - z) / tf.exp(self.log_lengthscale))


class Features(layers.Layer):
    def __init__(self, points, kernel, **kwargs):
        super().__init__(**kwargs)
        self.points = points
        self.kernel = kernel

    def call(self, x):
        return self.kernel(x, self.points)


class Regressor(keras.Model):
    def __init__(self):
        super().__init__()
        self.features = Features(3.0, Kernel(5.0))  # LL201

    def call(self, x):
        return self.features(x)


# %% made by the layer, and by name
class Kernel(tf.Module):
    def __init__(self):
        super().__init__()
        self.scale = tf.Variable(1.0)


class Features(layers.Layer):
    def __init__(self, kernel=None, **kwargs):
        super().__init__(**kwargs)
        self.kernel = kernel

    def call(self, x):
        return x * self.kernel.scale


class Own(layers.Layer):
    def __init__(self):
        super().__init__()
        self.kernel = Kernel()  # LL201

    def call(self, x):
        return x * self.kernel.scale


def build():
    return keras.Sequential([Features(kernel=Kernel())])  # LL201


# %% made before the layer, under a name
class Gain(tf.Module):
    def __init__(self, size):
        super().__init__()
        self.gain = tf.Variable(tf.ones([size]))

    def __call__(self, x):
        return x * self.gain


class Mixer(layers.Layer):
    def __init__(self, mix, **kwargs):
        super().__init__(**kwargs)
        self.mix = mix

    def call(self, x):
        return self.mix(x)


def head(size=8):
    gain = Gain(size)  # LL201
    return keras.Sequential([keras.Input((size,)), Mixer(gain), layers.Dense(1)])
