import tensorflow as tf
from tensorflow import keras


# %% the kernel of the base
class SparseDense(keras.layers.Dense):
    def build(self, shape):
        super().build(shape)
        self.mask = tf.Variable(tf.cast(tf.random.uniform(self.kernel.shape) > 0.5, tf.float32), trainable=False)

    def call(self, x):
        self.kernel.assign(self.kernel * self.mask)
        return super().call(x)


# %% the kernel of a layer within
class Positive(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.dense.build(shape)

    def call(self, x):
        self.dense.kernel.assign(tf.nn.relu(self.dense.kernel))
        return self.dense(x)
