# %% functions that are used, or given on
import types
import keras
from keras import layers, ops


class Doubling(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = layers.Dense(4)

        def call(self, x):
            return 2.0 * x

        self.inner.call = types.MethodType(call, self.inner)

    def call(self, x):
        def build(factor):
            return factor * x

        return build(2.0)


# %% a class inside of a method
import keras


def made(rate):
    class Scale(keras.layers.Layer):
        def call(self, x):
            return rate * x

        def get_config(self):
            return super().get_config()

    return Scale()


class Owner(keras.layers.Layer):
    def build(self, input_shape):
        class Inner(keras.layers.Layer):
            def call(self, x):
                return x

        self.inner = Inner()

    def call(self, x):
        return self.inner(x)


# %% the class has the method, and others have other names
import keras


class Gate(keras.layers.Layer):
    def call(self, x):
        def scale(self, y):
            return 2.0 * y

        def on_epoch_end(self, epoch):
            pass

        return x

    def get_config(self):
        def get_config(self):
            return {}

        return super().get_config()


# %% no class of Keras
class Reader:
    def read(self, path):
        def get_config(self):
            return path

        def call(self, x):
            return x
