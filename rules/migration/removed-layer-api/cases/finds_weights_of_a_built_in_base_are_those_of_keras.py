import tensorflow as tf
import keras


class Normed(keras.layers.Dense):
    def call(self, x):
        return tf.matmul(x, tf.nn.l2_normalize(self.kernel.read_value()))  # LL703


class Own(keras.layers.Layer):
    def __init__(self, kernel, **kwargs):
        super().__init__(**kwargs)
        self.kernel = kernel

    def call(self, x):
        return tf.matmul(x, self.kernel.read_value())
