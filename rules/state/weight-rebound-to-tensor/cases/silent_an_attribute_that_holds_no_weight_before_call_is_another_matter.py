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
    def call(self, x, training=None):
        if self.limit is None:
            self.limit = self.add_weight(shape=())
        return x * self.total
