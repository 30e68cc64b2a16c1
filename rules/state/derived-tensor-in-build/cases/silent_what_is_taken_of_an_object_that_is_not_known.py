import tensorflow as tf
from keras import layers


# %% self.tied_to.matrix
class Tied(layers.Layer):
    def __init__(self, tied_to, **kwargs):
        super().__init__(**kwargs)
        self.tied_to = tied_to

    def build(self, input_shape):
        self.bias = self.add_weight(name="bias", shape=(3,))
        self.kernel = tf.transpose(self.tied_to.matrix)

    def call(self, x):
        return tf.matmul(x, self.kernel) + self.bias


# %% self.tied_to
class Tied(layers.Layer):
    def __init__(self, tied_to, **kwargs):
        super().__init__(**kwargs)
        self.tied_to = tied_to

    def build(self, input_shape):
        self.bias = self.add_weight(name="bias", shape=(3,))
        self.kernel = tf.transpose(self.tied_to)

    def call(self, x):
        return tf.matmul(x, self.kernel) + self.bias
