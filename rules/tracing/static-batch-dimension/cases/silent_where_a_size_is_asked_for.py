import tensorflow as tf
import tf_keras


class DropPath(tf_keras.layers.Layer):
    def call(self, x, training=None):
        shape = (x.shape[0], 1, 1, 1)
        if not shape[0]:
            return x
        return x * tf.random.uniform(shape=shape)


class Rows(tf_keras.layers.Layer):
    def call(self, x):
        rows = x.shape[0]
        if not rows:
            rows = 1
        return tf.zeros((rows, 2))
