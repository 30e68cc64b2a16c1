import keras
import tensorflow as tf

NEGATIVE = -1e9


class CausalScores(keras.layers.Layer):
    def _bias(self, steps, dtype):
        lower = tf.linalg.band_part(tf.ones((steps, steps), dtype=dtype), -1, 0)
        penalty = tf.cast(NEGATIVE, dtype)
        return penalty * (1 - lower)  # LL310

    def call(self, q, k):
        scores = tf.matmul(q, k, transpose_b=True)
        return tf.nn.softmax(scores + self._bias(tf.shape(q)[1], scores.dtype))


class Masked(keras.layers.Layer):
    def call(self, x, padding):
        dtype = self.compute_dtype
        return keras.ops.softmax(x + -1e9 * keras.ops.cast(padding, dtype))  # LL310
