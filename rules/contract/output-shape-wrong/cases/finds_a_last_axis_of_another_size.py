import keras
from keras import layers, ops


# %% both signs
class Signed(layers.Layer):
    def call(self, x):
        return ops.concatenate([ops.relu(x), ops.relu(-x)], axis=-1)

    def compute_output_shape(self, input_shape):  # LL419
        return input_shape


# %% two moments of the steps
class Moments(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.score = layers.Dense(1)

    def call(self, frames):
        mean = ops.sum(ops.softmax(self.score(frames), axis=1) * frames, axis=1)
        return ops.concatenate([mean, ops.sqrt(mean)], axis=-1)

    def compute_output_shape(self, input_shape):  # LL419
        batch, _, channels = input_shape
        return (batch, channels)


# %% three times
class Thrice(layers.Layer):
    def call(self, x):
        return ops.concatenate([x, 2.0 * x, 3.0 * x], axis=-1)

    def compute_output_shape(self, input_shape):  # LL419
        return input_shape[:-1] + (2 * input_shape[-1],)
