import tensorflow as tf
from tensorflow.keras.layers import Dense, Layer

INF = 1e9


class PointerHead(Layer):
    """Scores the cities that have not been visited (neural combinatorial)."""

    def __init__(self, units=4, clip=10.0, **kwargs):
        super().__init__(**kwargs)
        self.q = Dense(units)
        self.k = Dense(units)
        self.clip = clip

    def call(self, inputs):
        nodes, query, visited = inputs
        scores = tf.einsum("bd,bnd->bn", self.q(query), self.k(nodes))
        scores = self.clip * tf.tanh(scores)
        scores = tf.where(visited > 0, scores.dtype.min, scores)
        return tf.nn.softmax(scores)


def policy(n, half=True):
    tf.keras.mixed_precision.set_global_policy("mixed_float16" if half else "float32")
    nodes = tf.keras.Input((n, 2))
    query = tf.keras.Input((2,))
    seen = tf.keras.Input((n,))
    return tf.keras.Model([nodes, query, seen], PointerHead()([nodes, query, seen]))
