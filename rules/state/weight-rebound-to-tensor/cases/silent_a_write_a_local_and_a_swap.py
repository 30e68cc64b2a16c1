from tensorflow import keras
import tensorflow as tf


# %% self.total.assign(self.total + tf.reduce_sum(x))
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total.assign(self.total + tf.reduce_sum(x))
        return x * self.total


# %% total = self.total + tf.reduce_sum(x)
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        total = self.total + tf.reduce_sum(x)
        return x * self.total


# %% self.limit = tf.reduce_sum(x)
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.limit = tf.reduce_sum(x)
        return x * self.total


# %% self.total = self.other
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.total = self.other
        return x * self.total


# %% self.rows[0].assign(tf.reduce_sum(x))
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        self.rows[0].assign(tf.reduce_sum(x))
        return x * self.total


# %% saved = self.total self.total = self.total * 2.0 x = x * self.total...
class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
        saved = self.total
        self.total = self.total * 2.0
        x = x * self.total
        self.total = saved
        return x * self.total
