import tensorflow as tf
from tensorflow.keras import layers


class Attention(layers.Layer):
    def build(self, input_shape):
        units = input_shape[2].value  # LL415
        steps = input_shape[1].value  # LL415
        self.omega = tf.Variable(tf.random.normal([steps, units]))

    def call(self, x):
        return x * self.omega
