# %% an argument left out
import tensorflow as tf


class Attend(tf.keras.layers.Layer):
    def __init__(self, heads, dim, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.heads, self.dim, self.rate = heads, dim, rate
        self.attention = tf.keras.layers.MultiHeadAttention(heads, dim, dropout=rate)

    def call(self, x, training=None):
        return self.attention(x, x, training=training)

    def get_config(self):  # LL502
        config = super().get_config()
        config.update({"heads": self.heads, "dim": self.dim})
        return config
