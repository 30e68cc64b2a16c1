import keras
import tensorflow as tf


# %% self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x, axis=0))
class Center(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(name="mean", shape=(3,), trainable=False)

    def call(self, x, training=None):
        if training:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x, axis=0))  # LL211
        return x - self.mean


# %% self.mean.assign_sub(0.1 * (self.mean - tf.reduce_mean(x, axis=0)))
class Center(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(name="mean", shape=(3,), trainable=False)

    def call(self, x, training=None):
        if training:
            self.mean.assign_sub(0.1 * (self.mean - tf.reduce_mean(x, axis=0)))  # LL211
        return x - self.mean


# %% batch = tf.reduce_mean(x, 0); self.mean.assign(batch)
class Center(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(name="mean", shape=(3,), trainable=False)

    def call(self, x, training=None):
        if training:
            batch = tf.reduce_mean(x, 0); self.mean.assign(batch)  # LL211
        return x - self.mean
