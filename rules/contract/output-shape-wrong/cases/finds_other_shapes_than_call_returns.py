# Run on Keras 3: the shape that the model says is not the shape of what predict gives; a tuple within the tuple raises.
import keras
import tensorflow as tf
from keras import layers, ops


# %% a part of the shape as a tuple
class Linear(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, inputs):
        return ops.matmul(inputs, self.kernel)

    def compute_output_shape(self, input_shape):
        return input_shape[:-1], self.units  # LL419


# %% within a longer one
class Tokens(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.project = layers.Dense(units)

    def build(self, input_shape):
        self.project.build(input_shape)

    def call(self, inputs):
        return self.project(inputs)[:, None]

    def compute_output_shape(self, input_shape):
        return (input_shape[0], 1, input_shape[1:-1], self.units)  # LL419


# %% the axis that a reduction takes away
class Pooled(layers.Layer):
    def call(self, inputs):
        weights = ops.sigmoid(inputs)
        return ops.sum(weights, axis=-1)

    def compute_output_shape(self, input_shape):  # LL419
        return input_shape[:-1] + (1,)


# %% the axis that is put in
class Framed(layers.Layer):
    def call(self, inputs):
        return tf.expand_dims(inputs, -1)

    def compute_output_shape(self, input_shape):  # LL419
        return tuple(input_shape)


# %% behind a sublayer that keeps the axes
class Scored(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.score = layers.Dense(1)

    def build(self, input_shape):
        self.score.build(input_shape)

    def call(self, inputs):
        scores = self.score(inputs)
        return tf.reduce_max(scores, axis=1)

    def compute_output_shape(self, input_shape):  # LL419
        return (*input_shape[:-1], 1)
