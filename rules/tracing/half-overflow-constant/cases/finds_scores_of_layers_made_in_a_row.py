import tensorflow as tf
from tensorflow.keras import layers

tf.keras.mixed_precision.set_global_policy("mixed_float16")
FAR = -1e9


class SelfAttention(layers.Layer):
    def __init__(self, dim, **kwargs):
        super().__init__(**kwargs)
        self.dim = dim
        self.q, self.k, self.v = (layers.Dense(dim, use_bias=False) for _ in range(3))

    def call(self, x, padding):
        q, k, v = self.q(x), self.k(x), self.v(x)
        scores = tf.matmul(q, k, transpose_b=True)
        keep = tf.cast(padding, scores.dtype)[:, None, :]
        scores += (1.0 - keep) * FAR  # LL310
        return tf.matmul(tf.nn.softmax(scores), v)
