import tensorflow as tf
from tensorflow import keras


# %% False
class Wrapped(keras.layers.Wrapper):
    def build(self, input_shape):
        self.layer.build(input_shape)
        self.w = self.layer.kernel
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.u = self.add_weight(name="u", shape=(1, 3), trainable=False)
        super().build(input_shape)

    def call(self, inputs, training=None):
        if training:
            self.normalize()
        return self.layer(inputs)

    def normalize(self):
        v = tf.math.l2_normalize(tf.matmul(self.u, self.w, transpose_b=True))
        u = tf.math.l2_normalize(tf.matmul(v, self.w))
        sigma = tf.matmul(tf.matmul(v, self.w), u, transpose_b=True)
        self.u.assign(u)
        self.w.assign(self.w / sigma)


# %% True
class Wrapped(keras.layers.Wrapper):
    def build(self, input_shape):
        self.layer.build(input_shape)
        self.w = self.layer.kernel
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.u = self.add_weight(name="u", shape=(1, 3), trainable=True)
        super().build(input_shape)

    def call(self, inputs, training=None):
        if training:
            self.normalize()
        return self.layer(inputs)

    def normalize(self):
        v = tf.math.l2_normalize(tf.matmul(self.u, self.w, transpose_b=True))
        u = tf.math.l2_normalize(tf.matmul(v, self.w))
        sigma = tf.matmul(tf.matmul(v, self.w), u, transpose_b=True)
        self.u.assign(u)
        self.w.assign(self.w / sigma)
