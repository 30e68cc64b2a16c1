import keras
import numpy as np
import tensorflow as tf


def drawn(size, kind):
    if kind == "tensor":
        return tf.random.uniform([size])
    elif kind == "array":
        return np.random.uniform(size=size)  # LL301
    raise ValueError(kind)


class Shift(keras.layers.Layer):
    def call(self, x):
        return x + drawn(3, "tensor") + drawn(3, "array")
