from contextlib import contextmanager

import keras
from keras import ops


# %% a context manager that is handed the layer
@contextmanager
def positive_kernel(layer):
    old = layer.kernel
    layer.kernel = ops.abs(layer.kernel)
    try:
        yield
    finally:
        layer.kernel = old


class Positive(keras.layers.Dense):
    def call(self, inputs):
        with positive_kernel(self):
            return super().call(inputs)


# %% in call itself
class Positive(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = None

    def call(self, inputs):
        before = self.scale
        self.scale = ops.mean(inputs)
        try:
            return inputs * self.scale
        finally:
            self.scale = before

    def scale_of(self, inputs):
        return float(self.scale)
