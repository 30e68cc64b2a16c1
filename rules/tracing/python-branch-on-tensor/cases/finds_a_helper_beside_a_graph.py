import tensorflow as tf
from tensorflow import keras


class Halved(keras.layers.Layer):
    @tf.function
    def double(self, x):
        return 2 * x

    def turned(self, x):
        if tf.reduce_sum(x) > 0:  # LL303
            return x
        return -x

    def call(self, x):
        return self.turned(self.double(x))
