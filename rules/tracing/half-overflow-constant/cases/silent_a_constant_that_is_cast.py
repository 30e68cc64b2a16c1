import tensorflow as tf
from tensorflow.keras import layers


class Scores(layers.Layer):
    def call(self, query, key, mask):
        scores = tf.matmul(query, key, transpose_b=True)
        mask = tf.cast(mask, scores.dtype)
        penalty = tf.cast(-3e4, scores.dtype)
        return tf.nn.softmax(scores + penalty * (1 - mask))
