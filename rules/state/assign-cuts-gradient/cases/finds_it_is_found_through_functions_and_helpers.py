import keras
import tensorflow as tf
from tensorflow.keras import backend as K


# %% body0
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
        tf.cond(training, lambda: self.kernel.assign(self.normed()), lambda: self.kernel)  # LL210
        return x @ self.kernel

    def project(self, x):
        return x @ self.kernel


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
        def update():
            kernel = self.normed()
            self.kernel.assign(kernel)  # LL210
        if training:
            update()
        return keras.ops.matmul(x, self.kernel)

    def project(self, x):
        return x @ self.kernel


# %% self.kernel.assign(self.normed()) kernel = self.kernel return tf.ma...
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
        self.kernel.assign(self.normed())  # LL210
        kernel = self.kernel
        return tf.matmul(x, kernel)

    def project(self, x):
        return x @ self.kernel


# %% if training: self.kernel.assign(self.normed()) return tf.nn.relu(se...
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
            self.kernel.assign(self.normed())  # LL210
        return tf.nn.relu(self.project(x))

    def project(self, x):
        return x @ self.kernel
