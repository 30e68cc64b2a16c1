import tensorflow as tf
from tensorflow import keras


# %% noise
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        return x if training else tf.nn.dropout(x, 0.5)  # here  # LL104


# %% dropout that never drops
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        if not training:
            x = self.drop(x)  # here  # LL104
        return x


# %% if not training
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        if not training:
            self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here  # LL104
        return x


# %% the wrong branch of a conditional expression
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        return x if training else x - self.mean.assign(tf.reduce_mean(x, 0))  # here  # LL104


# %% after an early return
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        if training:
            return x
        self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here  # LL104
        return x


# %% a sublayer in training mode
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        if not training:
            x = self.inner(x, training=not training)  # here  # LL104
        return x
