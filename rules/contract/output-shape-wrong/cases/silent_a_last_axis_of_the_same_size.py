import keras
from keras import layers, ops


# %% both signs
class Signed(layers.Layer):
    def call(self, x):
        return ops.concatenate([ops.relu(x), ops.relu(-x)], axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], input_shape[-1] * 2)


# %% along another axis
class Longer(layers.Layer):
    def call(self, x):
        return ops.concatenate([x, x], axis=1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], 2 * input_shape[1], input_shape[2])


# %% as many as its weights
class Wide(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(units)
        self.units = units

    def call(self, x):
        return ops.concatenate([x, self.dense(x)], axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], input_shape[-1] + self.units)


# %% halves that are put together
class Swapped(layers.Layer):
    def call(self, x):
        first, second = ops.split(x, 2, axis=-1)
        return ops.concatenate([second, first], axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape


# %% a slice of it
class Half(layers.Layer):
    def call(self, x):
        left = x[..., :2]
        return ops.concatenate([left, left], axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape
