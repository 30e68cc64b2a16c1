import keras
from keras import ops


class Expand(keras.layers.Layer):
    def __init__(self, copies, **kwargs):
        super().__init__(**kwargs)
        self.copies = copies

    def call(self, x):
        return ops.repeat(ops.expand_dims(x, 1), self.copies, axis=1)

    def compute_output_shape(self, input_shape):
        batch, dim = input_shape
        return batch, self.copies, dim
