# Run: two layers with one seed mask different tokens.
import keras
import tensorflow as tf


class Masker(keras.layers.Layer):
    def __init__(self, rate=0.15, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate, self.unit, self.seed = rate, 3, seed

    def call(self, ids, training=False):
        if not training:
            return ids
        draw = tf.random.uniform(tf.shape(ids))  # LL602
        return tf.where(draw < self.rate, tf.cast(self.unit, ids.dtype), ids)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate, "seed": self.seed}
