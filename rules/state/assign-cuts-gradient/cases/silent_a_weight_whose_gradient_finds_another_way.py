import keras
import tensorflow as tf
from tensorflow.keras import backend as K


# %% kernel = self.normed() if training: self.kernel.assign(kernel) retu...
class Normed(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1], 3)
        self.v = self.add_weight(name="v", shape=shape, initializer="glorot_uniform")
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.kernel = self.add_weight(name="kernel", shape=shape, trainable=False)

    def normed(self):
        return self.g * tf.math.l2_normalize(self.v, axis=0)

    def write(self, value):
        self.kernel.assign(value)

    def call(self, x, training=None):
        kernel = self.normed()
        if training:
            self.kernel.assign(kernel)
        return x @ kernel


# %% body1
class Normed(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1], 3)
        self.v = self.add_weight(name="v", shape=shape, initializer="glorot_uniform")
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.kernel = self.add_weight(name="kernel", shape=shape, trainable=False)

    def normed(self):
        return self.g * tf.math.l2_normalize(self.v, axis=0)

    def write(self, value):
        self.kernel.assign(value)

    def call(self, x, training=None):
        if training:
            kernel = self.normed()
            self.kernel.assign(kernel)
        else:
            kernel = self.kernel
        return x @ kernel


# %% self.kernel.assign(0.9 * self.kernel + 0.1 * self.v) return x @ sel...
class Normed(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1], 3)
        self.v = self.add_weight(name="v", shape=shape, initializer="glorot_uniform")
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.kernel = self.add_weight(name="kernel", shape=shape, trainable=False)

    def normed(self):
        return self.g * tf.math.l2_normalize(self.v, axis=0)

    def write(self, value):
        self.kernel.assign(value)

    def call(self, x, training=None):
        self.kernel.assign(0.9 * self.kernel + 0.1 * self.v)
        return x @ self.v * self.g + x @ self.kernel


# %% self.kernel.assign(self.normed()) return x
class Normed(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1], 3)
        self.v = self.add_weight(name="v", shape=shape, initializer="glorot_uniform")
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.kernel = self.add_weight(name="kernel", shape=shape, trainable=False)

    def normed(self):
        return self.g * tf.math.l2_normalize(self.v, axis=0)

    def write(self, value):
        self.kernel.assign(value)

    def call(self, x, training=None):
        self.kernel.assign(self.normed())
        return x


# %% kernel = self.kernel.assign(self.normed()) return x @ kernel
class Normed(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1], 3)
        self.v = self.add_weight(name="v", shape=shape, initializer="glorot_uniform")
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.kernel = self.add_weight(name="kernel", shape=shape, trainable=False)

    def normed(self):
        return self.g * tf.math.l2_normalize(self.v, axis=0)

    def write(self, value):
        self.kernel.assign(value)

    def call(self, x, training=None):
        kernel = self.kernel.assign(self.normed())
        return x @ kernel


# %% self.kernel.assign(tf.stop_gradient(self.normed())) return x @ self...
class Normed(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1], 3)
        self.v = self.add_weight(name="v", shape=shape, initializer="glorot_uniform")
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.kernel = self.add_weight(name="kernel", shape=shape, trainable=False)

    def normed(self):
        return self.g * tf.math.l2_normalize(self.v, axis=0)

    def write(self, value):
        self.kernel.assign(value)

    def call(self, x, training=None):
        self.kernel.assign(tf.stop_gradient(self.normed()))
        return x @ self.kernel


# %% body6
class Normed(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1], 3)
        self.v = self.add_weight(name="v", shape=shape, initializer="glorot_uniform")
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.kernel = self.add_weight(name="kernel", shape=shape, trainable=False)

    def normed(self):
        return self.g * tf.math.l2_normalize(self.v, axis=0)

    def write(self, value):
        self.kernel.assign(value)

    def call(self, x, training=None):
        self.kernel.assign(self.normed())
        self.add_loss(tf.reduce_sum(self.v) + self.g)
        return x @ self.kernel


# %% self.kernel.assign(tf.zeros(self.v.shape)) return x @ self.kernel
class Normed(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1], 3)
        self.v = self.add_weight(name="v", shape=shape, initializer="glorot_uniform")
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.kernel = self.add_weight(name="kernel", shape=shape, trainable=False)

    def normed(self):
        return self.g * tf.math.l2_normalize(self.v, axis=0)

    def write(self, value):
        self.kernel.assign(value)

    def call(self, x, training=None):
        self.kernel.assign(tf.zeros(self.v.shape))
        return x @ self.kernel
