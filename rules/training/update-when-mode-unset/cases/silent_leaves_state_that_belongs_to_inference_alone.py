import tensorflow as tf
from tensorflow import keras


# %% a stateful switch
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x):
        if self.stateful:
            self.mean.assign(x[-1])
        return x


# %% one-time initialisation
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x):
        if not self.initialized:
            self.mean.assign(tf.reduce_mean(x, 0))
            self.initialized = True
        return x - self.mean


# %% a metric
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, y_true, y_pred):
        self.mean.assign_add(tf.reduce_mean(y_true - y_pred, 0))
        return self.mean


# %% a value that is put back
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x):
        before = tf.identity(self.mean)
        self.mean.assign(tf.reduce_mean(x, 0))
        y = x - self.mean
        self.mean.assign(before)
        return y


# %% state of a sequence
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x):
        y = 0.5 * self.mean + 0.5 * x
        self.mean.assign(y)
        return y

    def reset_state(self):
        self.mean.assign(tf.zeros_like(self.mean))


# %% a running total that is the output
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x):
        self.mean.assign_add(tf.reduce_sum(x, 0))
        return self.mean


# %% a comment that says so
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x):
        # Always update, also in inference: the sensor drifts.
        self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x, 0))
        return x - self.mean
