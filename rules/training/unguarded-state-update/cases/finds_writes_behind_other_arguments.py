import keras
import tensorflow as tf


# %% inference as well has no labels
class Unlabelled(keras.layers.Layer):
    def build(self, shape):
        self.t = self.add_weight(name="t", shape=(), trainable=False)

    def call(self, x, targets=None):
        if targets is None:
            self.t.assign(0.99 * self.t + 0.01 * tf.reduce_mean(x))  # LL102
        return x - self.t


# %% a layer may be given its arguments by a functional model
class Layer(keras.layers.Layer):
    def build(self, shape):
        self.t = self.add_weight(name="t", shape=(), trainable=False)

    def call(self, x, weights=None):
        if weights is not None:
            self.t.assign(0.99 * self.t + 0.01 * tf.reduce_mean(weights))  # LL102
        return x - self.t


# %% labels that are made where there are none
class Made(keras.layers.Layer):
    def build(self, shape):
        self.t = self.add_weight(name="t", shape=(), trainable=False)

    def call(self, x, labels=None):
        labels = tf.argmax(x, -1) if labels is None else labels
        if labels is not None:
            self.t.assign(0.99 * self.t + 0.01 * tf.reduce_mean(x))  # LL102
        return x - self.t
