import keras
import tensorflow as tf


class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gain = tf.Variable(tf.random.normal((3,)), trainable=False)  # LL201

    def call(self, x):
        return x * self.gain

    def set_gain(self, value):
        pass
