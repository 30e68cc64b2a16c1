# %% a copy is changed
import keras


class Tower(keras.layers.Layer):
    def __init__(self, units=[64, 32], **kwargs):
        super().__init__(**kwargs)
        units = list(units)
        units.append(1)
        self.parts = [keras.layers.Dense(width) for width in units]

    def call(self, x):
        for part in self.parts:
            x = part(x)
        return x


# %% only read
import tensorflow as tf


class Filters(tf.keras.layers.Layer):
    def __init__(self, kernels=[3, 5, 7], options={}, **kwargs):
        super().__init__(**kwargs)
        self.convs = [tf.keras.layers.Conv1D(8, size, **options) for size in kernels]

    def call(self, wave):
        return tf.concat([conv(wave) for conv in self.convs], axis=-1)


# %% a helper that is no constructor of a layer
class Registry:
    def __init__(self, names=[]):
        names.append("default")
        self.names = names
