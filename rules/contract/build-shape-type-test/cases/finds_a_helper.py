import keras
from keras import layers, ops


def first_shape(shape):
    return shape[0] if type(shape) == list else shape  # LL413


@keras.saving.register_keras_serializable()
class SelfOrCross(layers.Layer):
    """Attends to a second input if there is one."""

    def build(self, input_shape):
        dim = first_shape(input_shape)[-1]
        self.w = self.add_weight(name="w", shape=(dim, dim), initializer="glorot_uniform")

    def call(self, inputs):
        q, k = inputs if isinstance(inputs, (list, tuple)) else (inputs, inputs)
        scores = ops.matmul(ops.matmul(q, self.w), ops.transpose(k, (0, 2, 1)))
        return ops.matmul(ops.softmax(scores), k)


def net():
    i = keras.Input((5, 4))
    return keras.Model(i, SelfOrCross()(i))
