import tf_keras
import tensorflow as tf


class Projection(tf_keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units
        self.dense = tf_keras.layers.Dense(units)

    def build(self, shape):
        self.queries = self.add_weight(shape=(4, self.units), trainable=True)
        self.keys = self.add_weight(shape=(4, self.units), trainable=True)

    def call(self, x):
        self.queries = self.dense(x)
        self.keys = self.dense(x)
        return tf.matmul(self.queries, self.keys, transpose_b=True)
