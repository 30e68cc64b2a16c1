from tensorflow import keras
import tensorflow as tf


class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def _count(self, x):
        self.total = self.total + 1.0  # LL205

    def call(self, x, training=None):
        self._count(x)
        return x * self.total
