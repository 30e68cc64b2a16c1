import tensorflow as tf
from tensorflow import keras


class Attention(keras.layers.Layer):
    """Averages the words that a word resembles."""

    def call(self, x, keep):
        scores = tf.matmul(x, x, transpose_b=True)
        scores += (1.0 - keep)[:, tf.newaxis, :] * -1e4
        return tf.matmul(tf.nn.softmax(scores, axis=-1), x)
