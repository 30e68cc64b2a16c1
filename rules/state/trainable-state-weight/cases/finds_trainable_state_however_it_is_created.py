import tensorflow as tf
import tf_keras
from tensorflow import keras


# %% self.add_weight(name='mean', shape=(3,), trainable=True)
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), trainable=True)  # LL202
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            self.mean.assign(tf.reduce_mean(x, axis=0))
        return (x - self.mean) * self.kernel


# %% tf.Variable(tf.zeros((3,)))
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = tf.Variable(tf.zeros((3,)))  # LL202
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            self.mean.assign(tf.reduce_mean(x, axis=0))
        return (x - self.mean) * self.kernel


# %% self.add_weight('mean', (3,), None, 'zeros', None, True)
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight('mean', (3,), None, 'zeros', None, True)  # LL202
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            self.mean.assign(tf.reduce_mean(x, axis=0))
        return (x - self.mean) * self.kernel


# %% keras.backend.variable(0.0, name='steps')
class Center(tf_keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mean = tf_keras.backend.variable(0.0, name='mean')  # LL202

    def call(self, x, training=None):
        if training:
            self.mean.assign(tf.reduce_mean(x))
        return x - self.mean
