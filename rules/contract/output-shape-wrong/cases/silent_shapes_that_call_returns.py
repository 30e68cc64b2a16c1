import keras
import tensorflow as tf
from keras import layers, ops


# %% the axis is taken away in both
class Pooled(layers.Layer):
    def call(self, inputs):
        return ops.sum(ops.sigmoid(inputs), axis=-1)

    def compute_output_shape(self, input_shape):
        return input_shape[:-1]


# %% the axis is kept
class Pooled(layers.Layer):
    def call(self, inputs):
        return ops.sum(inputs, axis=-1, keepdims=True)

    def compute_output_shape(self, input_shape):
        return input_shape[:-1] + (1,)


# %% two outputs, each with a shape of its own
class Split(layers.Layer):
    def call(self, inputs):
        return inputs[:, :-1], inputs[:, -1]

    def compute_output_shape(self, input_shape):
        return input_shape[:-1], input_shape[:-1]


# %% attributes that are shapes
class Both(layers.Layer):
    def __init__(self, state_shape, **kwargs):
        super().__init__(**kwargs)
        self.state_shape = state_shape

    def call(self, inputs):
        return inputs, ops.zeros(self.state_shape)

    def compute_output_shape(self, input_shape):
        return input_shape[:-1], self.state_shape


# %% several inputs
class Sum(layers.Layer):
    def call(self, inputs):
        first, second = inputs
        return ops.sum(first * second, axis=-1)

    def compute_output_shape(self, input_shapes):
        return input_shapes[0]


# %% nobody knows what the function does
class Shaped(layers.Layer):
    def __init__(self, function, **kwargs):
        super().__init__(**kwargs)
        self.function = function

    def call(self, inputs):
        return tf.reduce_mean(self.function(inputs), axis=1)

    def compute_output_shape(self, input_shape):
        return input_shape


# %% the axis depends on the configuration
class Reduced(layers.Layer):
    def __init__(self, axis, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis

    def call(self, inputs):
        return ops.mean(inputs, axis=self.axis)

    def compute_output_shape(self, input_shape):
        return input_shape
