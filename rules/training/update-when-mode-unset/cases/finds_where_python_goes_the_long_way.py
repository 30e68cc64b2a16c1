

# %% the type of the flag
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if type(training).__name__ == "bool":
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL105
        return x - self.mean


# %% the last of a dictionary
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        settings = {"off": 0, "on": training is not None}
        if settings.popitem()[1]:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL105
        return x - self.mean
