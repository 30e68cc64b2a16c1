import keras
import tensorflow as tf


# %% self.mean.assign(0.9 * self.mean)-trainable=False
class Center(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(name="mean", shape=(3,), trainable=False)

    def call(self, x, training=None):
        if training:
            self.mean.assign(0.9 * self.mean)
        return x - self.mean


# %% self.mean.assign(tf.reduce_mean(x, 0))-trainable=False, aggregation...
class Center(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(name="mean", shape=(3,), trainable=False, aggregation='mean')

    def call(self, x, training=None):
        if training:
            self.mean.assign(tf.reduce_mean(x, 0))
        return x - self.mean


# %% self.mean.assign(tf.reduce_mean(x, 0))-trainable=False, synchroniza...
class Center(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(name="mean", shape=(3,), trainable=False, synchronization=SYNC)

    def call(self, x, training=None):
        if training:
            self.mean.assign(tf.reduce_mean(x, 0))
        return x - self.mean


# %% self.mean.assign_add(tf.shape(x)[0])-trainable=False, dtype='int64'
class Center(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(name="mean", shape=(3,), trainable=False, dtype='int64')

    def call(self, x, training=None):
        if training:
            self.mean.assign_add(tf.shape(x)[0])
        return x - self.mean


# %% update4-trainable=False
class Center(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(name="mean", shape=(3,), trainable=False)

    def call(self, x, training=None):
        if training:
            context = tf.distribute.get_replica_context(); self.mean.assign(context.all_reduce('MEAN', tf.reduce_mean(x, 0)))
        return x - self.mean
