import tensorflow as tf
from tensorflow.keras.layers import Layer

# %% of the shape alone


def pattern(w):
    return tf.eye(w.shape[0]) + tf.ones(tf.shape(w))


class Mix(Layer):
    def build(self, input_shape):
        n = input_shape[-1]
        self.links = self.add_weight(name="links", shape=(n, n))
        self.mixing = pattern(self.links)

    def call(self, x):
        return tf.matmul(x, self.mixing * self.links)


# %% in `call`


def symmetric(w):
    return 0.5 * (w + tf.transpose(w))


class Later(Layer):
    def build(self, input_shape):
        n = input_shape[-1]
        self.links = self.add_weight(name="links", shape=(n, n))

    def call(self, x):
        return tf.matmul(x, symmetric(self.links))
