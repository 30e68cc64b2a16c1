# %% a transformer block
import keras


class Feed(keras.layers.Layer):
    def __init__(self, dim, rate=0.1, **kwargs):  # LL417
        super().__init__()
        self.dim, self.rate = dim, rate
        self.first = keras.layers.Dense(4 * dim, activation="gelu")
        self.second = keras.layers.Dense(dim)

    def call(self, x):
        return self.second(self.first(x))


# %% the old super, in a layer of a recommender
import tensorflow as tf


class Cross(tf.keras.layers.Layer):
    def __init__(self, depth, **kwargs):  # LL417
        super(Cross, self).__init__()
        self.depth = depth

    def build(self, input_shape):
        self.kernels = [
            self.add_weight(name=f"kernel_{i}", shape=(input_shape[-1], 1)) for i in range(self.depth)
        ]

    def call(self, x):
        y = x
        for kernel in self.kernels:
            y = x * tf.matmul(y, kernel) + y
        return y


# %% a built-in base, and a name that is given
from tensorflow.keras.layers import Conv2D


class WideConv(Conv2D):
    def __init__(self, filters, **options):  # LL417
        super().__init__(4 * filters, 3, padding="same", name="wide")
        self.narrow = filters


# %% a base of the project that takes them
from keras import layers


class Audio(layers.Layer):
    def __init__(self, rate=16000, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate


class Spectrogram(Audio):
    def __init__(self, frame=256, **kwargs):  # LL417
        super().__init__(rate=8000)
        self.frame = frame

    def call(self, wave):
        return wave
