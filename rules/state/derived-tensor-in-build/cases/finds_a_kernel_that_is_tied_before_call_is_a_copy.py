import tensorflow as tf


# %% self.tied_to.kernel-keras
from keras import layers


class Tied(layers.Layer):
    def __init__(self, tied_to, **kwargs):
        super().__init__(**kwargs)
        self.tied_to = tied_to

    def build(self, input_shape):
        self.bias = self.add_weight(name="bias", shape=(3,))
        self.kernel = tf.transpose(self.tied_to.kernel)  # LL208

    def call(self, x):
        return tf.matmul(x, self.kernel) + self.bias


# %% self.tied_to.kernel-tf_keras
from tf_keras import layers


class Tied(layers.Layer):
    def __init__(self, tied_to, **kwargs):
        super().__init__(**kwargs)
        self.tied_to = tied_to

    def build(self, input_shape):
        self.bias = self.add_weight(name="bias", shape=(3,))
        self.kernel = tf.transpose(self.tied_to.kernel)  # LL208

    def call(self, x):
        return tf.matmul(x, self.kernel) + self.bias


# %% self.tied_to.kernel-tensorflow.keras
from tensorflow.keras import layers


class Tied(layers.Layer):
    def __init__(self, tied_to, **kwargs):
        super().__init__(**kwargs)
        self.tied_to = tied_to

    def build(self, input_shape):
        self.bias = self.add_weight(name="bias", shape=(3,))
        self.kernel = tf.transpose(self.tied_to.kernel)  # LL208

    def call(self, x):
        return tf.matmul(x, self.kernel) + self.bias


# %% self.tied_to.trainable_weights[0]-keras
from keras import layers


class Tied(layers.Layer):
    def __init__(self, tied_to, **kwargs):
        super().__init__(**kwargs)
        self.tied_to = tied_to

    def build(self, input_shape):
        self.bias = self.add_weight(name="bias", shape=(3,))
        self.kernel = tf.transpose(self.tied_to.trainable_weights[0])  # LL208

    def call(self, x):
        return tf.matmul(x, self.kernel) + self.bias


# %% self.tied_to.trainable_weights[0]-tf_keras
from tf_keras import layers


class Tied(layers.Layer):
    def __init__(self, tied_to, **kwargs):
        super().__init__(**kwargs)
        self.tied_to = tied_to

    def build(self, input_shape):
        self.bias = self.add_weight(name="bias", shape=(3,))
        self.kernel = tf.transpose(self.tied_to.trainable_weights[0])  # LL208

    def call(self, x):
        return tf.matmul(x, self.kernel) + self.bias


# %% self.tied_to.trainable_weights[0]-tensorflow.keras
from tensorflow.keras import layers


class Tied(layers.Layer):
    def __init__(self, tied_to, **kwargs):
        super().__init__(**kwargs)
        self.tied_to = tied_to

    def build(self, input_shape):
        self.bias = self.add_weight(name="bias", shape=(3,))
        self.kernel = tf.transpose(self.tied_to.trainable_weights[0])  # LL208

    def call(self, x):
        return tf.matmul(x, self.kernel) + self.bias
