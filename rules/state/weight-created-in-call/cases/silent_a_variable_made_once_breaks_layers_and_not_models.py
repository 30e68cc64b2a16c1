import tensorflow as tf
from tensorflow import keras


class Scale(keras.Model):
    def __init__(self, units=3, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias
        self.made = None
        self.parts = []

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3,))
        self.dense = keras.layers.Dense(3)

    def call(self, x, training=None):
        if self.made is None:
            self.made = tf.Variable(1.0)
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)
