import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Block(layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, list): input_shape = input_shape[0]

    def call(self, x):
        a, b = x
        return a + b


# %% one tensor alone is refused at once
class Edges(keras.layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, list):
            input_shape = input_shape[0]
        self.kernel = self.add_weight(shape=(input_shape[-1], 3), name="kernel")

    def call(self, inputs):
        if isinstance(inputs, (list, tuple)) and len(inputs) >= 2:
            x, edges = inputs[0], inputs[1]
        else:
            raise ValueError("Two tensors are needed")
        return keras.ops.matmul(x, self.kernel) + edges


# %% refused where it is no list
class Edges(keras.layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, list):
            input_shape = input_shape[0]
        self.kernel = self.add_weight(shape=(input_shape[-1], 3), name="kernel")

    def call(self, inputs):
        if not isinstance(inputs, (list, tuple)):
            raise ValueError("Two tensors are needed")
        return keras.ops.matmul(self.first(inputs), self.kernel)

    def first(self, inputs):
        return next(iter(inputs))
