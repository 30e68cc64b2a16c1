# %% the batch size as a number
import tensorflow as tf


class Heads(tf.keras.layers.Layer):
    def __init__(self, heads, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads

    def call(self, x):
        batch, steps, dim = x.shape
        return tf.reshape(x, (batch, steps, self.heads, dim // self.heads))  # LL304

    def get_config(self):
        return {**super().get_config(), "heads": self.heads}
