# %% the weight is replaced
import tensorflow as tf


class Total(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.total = self.add_weight(name="total", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if training:
            self.total = self.total + tf.reduce_sum(x)  # LL205
        return x
