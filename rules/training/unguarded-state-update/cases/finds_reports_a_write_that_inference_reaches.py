import tensorflow as tf
from tensorflow import keras


# %% no parameter at all
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x):
        self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here  # LL102
        return x


# %% before the guard
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here  # LL102
        if not training:
            return x
        return x - self.mean


# %% in a branch about something else
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        if self.momentum > 0:
            self.mean.assign_add(tf.reduce_mean(x, 0))  # here  # LL102
        return x


# %% in a helper
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        self._update(x)
        return x

    def _update(self, x):
        self.mean.assign_sub(0.1 * (self.mean - tf.reduce_mean(x, 0)))  # here  # LL102


# %% in both branches of tf.cond
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        def update():
            return self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here  # LL102
        return tf.cond(tf.reduce_sum(x) > 0, update, lambda: self.mean)


# %% through an alias
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        mean = self.mean
        mean.assign(mean + tf.reduce_mean(x, 0))  # here  # LL102
        return x


# %% a weight of a sublayer
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        self.inner.moving_mean.assign(tf.reduce_mean(x, 0))  # here  # LL102
        return self.inner(x)


# %% in a disjunction
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        if training or self.always:
            self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here  # LL102
        return x


# %% where the flag is compared with the wrong thing
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        if training != True:
            x = -x
        self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here  # LL102
        return x


# %% in a loop over pairs
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        for weight, new in ((self.mean, tf.reduce_mean(x, 0)), (self.count, 1.0)):
            weight.assign(0.9 * weight + 0.1 * new)  # here  # LL102
        return x


# %% with the function of the backend
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        keras.backend.update(self.mean, tf.reduce_mean(x, 0) + self.mean)  # here  # LL102
        return x
