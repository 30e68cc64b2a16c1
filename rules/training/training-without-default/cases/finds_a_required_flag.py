import tensorflow as tf
from tensorflow import keras


class Clip(keras.layers.Layer):
    def call(self, x, training):  # LL107
        return x * 2 if training else x
