import keras
from keras import ops


class Moments(keras.layers.Layer):
    def call(self, x):
        return ops.mean(x, axis=1), ops.var(x, axis=1)

    def compute_output_shape(self, input_shape):  # LL419
        return (input_shape[0], input_shape[2])


def model(steps, dim):
    inputs = keras.Input((steps, dim))
    mean, var = Moments()(inputs)
    return keras.Model(inputs, keras.layers.Dense(1)(mean + var))
