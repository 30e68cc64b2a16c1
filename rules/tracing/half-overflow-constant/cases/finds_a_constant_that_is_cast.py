import tensorflow as tf
from tensorflow.keras import layers

FAR = -1e9


class Scores(layers.Layer):
    def call(self, query, key, mask):
        scores = tf.matmul(query, key, transpose_b=True)
        mask = tf.cast(mask, scores.dtype)
        penalty = tf.cast(FAR, scores.dtype)
        scores = scores + penalty * (1 - mask)  # LL310
        return tf.nn.softmax(scores + tf.cast(-1e9, scores.dtype) * (1 - mask))  # LL310
