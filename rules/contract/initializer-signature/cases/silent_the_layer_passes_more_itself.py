import functools

import keras
from keras import ops


# %% by a partial
class Monotonic(keras.initializers.Initializer):
    def __call__(self, shape, scale, dtype=None, **kwargs):
        return scale * ops.ones(shape, dtype=dtype)


class Lattice(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(shape=(3,), name="scale")
        self.kernel = self.add_weight(
            shape=(3,), initializer=functools.partial(Monotonic(), scale=2.0), name="kernel"
        )

    def call(self, x):
        return x * self.kernel * self.scale


# %% by a call
class Monotonic(keras.initializers.Initializer):
    def __call__(self, shape, scale, dtype=None, **kwargs):
        return scale * ops.ones(shape, dtype=dtype)


class Lattice(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.kernel_initializer = Monotonic()

    def build(self, input_shape):
        def start(shape, dtype=None):
            return self.kernel_initializer(shape, scale=2.0, dtype=dtype)

        self.kernel = self.add_weight(shape=(3,), initializer=start, name="kernel")

    def call(self, x):
        return x * self.kernel
