import keras
import tensorflow as tf


class Jitter(keras.layers.Layer):
    def call(self, x):  # here
        return x + keras.random.normal(x.shape)  # LL103
