import keras
import tensorflow as tf
from tensorflow.keras import backend as K


# %% self.kernel.assign(self.g * tf.math.l2_normalize(self.v, axis=0))
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
            self.kernel.assign(self.g * tf.math.l2_normalize(self.v, axis=0))  # LL210
        return tf.matmul(x, self.kernel)


# %% kernel = self.g * tf.math.l2_normalize(self.v); self.kernel.assign(...
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
            kernel = self.g * tf.math.l2_normalize(self.v); self.kernel.assign(kernel)  # LL210
        return tf.matmul(x, self.kernel)


# %% self.kernel.assign(self.normed())
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
        return tf.matmul(x, self.kernel)


# %% self.write(self.normed())
class Normed(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1], 3)
        self.v = self.add_weight(name="v", shape=shape, initializer="glorot_uniform")
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.kernel = self.add_weight(name="kernel", shape=shape, trainable=False)

    def normed(self):
        return self.g * tf.math.l2_normalize(self.v, axis=0)

    def write(self, value):
        self.kernel.assign(value)  # LL210

    def call(self, x, training=None):
        if training:
            self.write(self.normed())
        return tf.matmul(x, self.kernel)


# %% self.write(value=self.g * self.v)
class Normed(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1], 3)
        self.v = self.add_weight(name="v", shape=shape, initializer="glorot_uniform")
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.kernel = self.add_weight(name="kernel", shape=shape, trainable=False)

    def normed(self):
        return self.g * tf.math.l2_normalize(self.v, axis=0)

    def write(self, value):
        self.kernel.assign(value)  # LL210

    def call(self, x, training=None):
        if training:
            self.write(value=self.g * self.v)
        return tf.matmul(x, self.kernel)


# %% K.update(self.kernel, self.normed())
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
            K.update(self.kernel, self.normed())  # LL210
        return tf.matmul(x, self.kernel)


# %% self.kernel.assign_add(self.normed() - self.kernel)
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
            self.kernel.assign_add(self.normed() - self.kernel)  # LL210
        return tf.matmul(x, self.kernel)


# %% write7
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
            norm = tf.norm(self.v); kernel = tf.reshape(self.v * self.g / norm, self.v.shape); self.kernel.assign(kernel)  # LL210
        return tf.matmul(x, self.kernel)


# %% tf.print(self.g.shape); self.kernel.assign(self.normed())
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
            tf.print(self.g.shape); self.kernel.assign(self.normed())  # LL210
        return tf.matmul(x, self.kernel)


# %% target = self.kernel; target.assign(self.normed())
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
            target = self.kernel; target.assign(self.normed())  # LL210
        return tf.matmul(x, self.kernel)
