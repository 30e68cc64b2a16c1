import tensorflow as tf
from tensorflow import keras


class Head(keras.layers.Layer):
    def call(self, x, training=True):
        del training
        return x + 1
