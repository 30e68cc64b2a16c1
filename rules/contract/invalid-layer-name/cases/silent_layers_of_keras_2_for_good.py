# %% beside the other Keras
import tensorflow as tf
import tf_keras


class Head(tf_keras.layers.Layer):
    def __init__(self, name=None):
        super().__init__(name="cls/head")

    def build(self, input_shape):
        self.kernel = self.add_weight(name="a/kernel", shape=(3,))

    def call(self, x):
        return x * self.kernel


class Other(tf.keras.layers.Layer):
    def call(self, x):
        return x


head = Head(name="cls/predictions")
dense = tf_keras.layers.Dense(3, name="cls/dense")
