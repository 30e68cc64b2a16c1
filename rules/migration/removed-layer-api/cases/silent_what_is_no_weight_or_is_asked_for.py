import tensorflow as tf
import keras


# %% x = self.plain.read_value()
class Memory(keras.layers.Layer):
    def build(self, input_shape):
        self.slots = self.add_weight(name="slots", shape=(4, 2), trainable=False)
        self.plain = tf.Variable(tf.zeros((4, 2)))

    def call(self, x, training=None):
        if training:
            x = self.plain.read_value()
        return x


# %% x = x + tf.tensor_scatter_nd_update(self.slots, where, x)
class Memory(keras.layers.Layer):
    def build(self, input_shape):
        self.slots = self.add_weight(name="slots", shape=(4, 2), trainable=False)
        self.plain = tf.Variable(tf.zeros((4, 2)))

    def call(self, x, training=None):
        if training:
            x = x + tf.tensor_scatter_nd_update(self.slots, where, x)
        return x


# %% n = x.get_shape()
class Memory(keras.layers.Layer):
    def build(self, input_shape):
        self.slots = self.add_weight(name="slots", shape=(4, 2), trainable=False)
        self.plain = tf.Variable(tf.zeros((4, 2)))

    def call(self, x, training=None):
        if training:
            n = x.get_shape()
        return x


# %% self.slots.assign(x)
class Memory(keras.layers.Layer):
    def build(self, input_shape):
        self.slots = self.add_weight(name="slots", shape=(4, 2), trainable=False)
        self.plain = tf.Variable(tf.zeros((4, 2)))

    def call(self, x, training=None):
        if training:
            self.slots.assign(x)
        return x


# %% x = self.slots.read_value() if hasattr(self.slots, "read_value") el...
class Memory(keras.layers.Layer):
    def build(self, input_shape):
        self.slots = self.add_weight(name="slots", shape=(4, 2), trainable=False)
        self.plain = tf.Variable(tf.zeros((4, 2)))

    def call(self, x, training=None):
        if training:
            x = self.slots.read_value() if hasattr(self.slots, "read_value") else self.slots
        return x
