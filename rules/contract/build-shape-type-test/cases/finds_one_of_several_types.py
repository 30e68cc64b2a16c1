import keras
from keras import ops


class Cross(keras.layers.Layer):
    def build(self, input_shape):
        if type(input_shape) in (list, set):  # LL413
            width = sum(int(shape[-1]) for shape in input_shape)
        else:
            width = int(input_shape[-1])
        self.w = self.add_weight(shape=(width, 1), name="w")

    def call(self, inputs):
        x = ops.concatenate(inputs, -1) if isinstance(inputs, (list, tuple)) else inputs
        return x * ops.matmul(x, self.w)


class Either(keras.layers.Layer):
    def build(self, input_shape):
        if type(input_shape) in (list, tuple):
            input_shape = tuple(input_shape)
        self.w = self.add_weight(shape=(input_shape[-1], 1), name="w")

    def call(self, x):
        return x * ops.matmul(x, self.w)
