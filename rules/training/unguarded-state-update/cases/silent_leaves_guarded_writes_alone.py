import tensorflow as tf
from tensorflow import keras


# %% if training
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        if training:
            self.mean.assign(tf.reduce_mean(x, 0))
        return x


# %% training and
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        if training and self.trainable:
            self.mean.assign(tf.reduce_mean(x, 0) + self.mean)
        return x


# %% early return
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        if training in (None, False):
            return x
        self.mean.assign(tf.reduce_mean(x, 0) + self.mean)
        return x


# %% the helper is called under the guard
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        if training:
            self._update(x)
        return x

    def _update(self, x):
        self.mean.assign(tf.reduce_mean(x, 0) + self.mean)


# %% the flag resolved first
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        training = keras.backend.learning_phase() if training is None else training
        if training:
            self.mean.assign(tf.reduce_mean(x, 0) + self.mean)
        return x


# %% the value is masked
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        momentum = 0.9 if training else 1.0
        self.mean.assign(self.mean * momentum + tf.reduce_mean(x, 0) * (1.0 - momentum))
        return x


# %% nothing is added
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        self.count.assign_add(1.0 if training else 0.0)
        return x * self.count


# %% not on the path of call
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        return x - self.mean

    def adapt(self, data):
        self.mean.assign(tf.reduce_mean(data, 0) + self.mean)

    def reset_state(self):
        self.mean.assign(tf.zeros_like(self.mean))


# %% a function that returns a new tensor
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        return keras.ops.scatter_update(x, [[0]], tf.reduce_mean(x, 0))


# %% a tensor of the call
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        total = tf.Variable(0.0)
        total.assign_add(tf.reduce_sum(x))
        return total


# %% smart_cond
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        smart_cond(
            training, lambda: self.mean.assign(tf.reduce_mean(x, 0) + self.mean), lambda: None
        )
        return x


# %% the flag in **kwargs
class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, **kwargs):
        if kwargs.get("training"):
            self.mean.assign(tf.reduce_mean(x, 0) + self.mean)
        return x
