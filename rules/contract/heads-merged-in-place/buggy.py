import tensorflow as tf
from tensorflow import keras


class Heads(keras.layers.Layer):
    def __init__(self, heads, width, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.width = width
        self.mix = keras.layers.Dense(3 * width)

    def split(self, x, size, length):
        x = tf.reshape(x, (size, length, self.heads, self.width // self.heads))
        return tf.transpose(x, (0, 2, 1, 3))

    def call(self, inputs):
        size, length = tf.shape(inputs)[0], tf.shape(inputs)[1]
        q, k, v = tf.split(self.mix(inputs), 3, axis=-1)
        q, k = self.split(q, size, length), self.split(k, size, length)
        v = self.split(v, size, length)
        scores = tf.matmul(q, k, transpose_b=True) / 8.0
        past = tf.linalg.band_part(tf.ones((length, length), scores.dtype), -1, 0)
        weights = tf.nn.softmax(scores - 1e4 * (1 - past), axis=-1)
        attended = tf.matmul(weights, v)
        return tf.reshape(attended, (size, length, self.width))

    def get_config(self):
        return {**super().get_config(), "heads": self.heads, "width": self.width}
