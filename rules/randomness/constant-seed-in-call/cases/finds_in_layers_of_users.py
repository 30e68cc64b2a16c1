# %% a constant seed
import tensorflow as tf


class Shuffle(tf.keras.layers.Layer):
    def call(self, x, training=None):
        if training:
            noise = tf.random.stateless_normal(tf.shape(x), seed=[1, 2])  # LL601
            x = x + noise
        return x
