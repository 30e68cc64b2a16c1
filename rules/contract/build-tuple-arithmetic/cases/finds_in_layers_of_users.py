# %% shape plus tuple
import tensorflow as tf


class Heads(tf.keras.layers.Layer):
    def __init__(self, heads, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.dense = tf.keras.layers.Dense(8)

    def build(self, input_shape):
        self.dense.build(input_shape[:-1] + (self.heads,))  # LL414

    def call(self, x):
        return self.dense(x[..., : self.heads])

    def get_config(self):
        return {**super().get_config(), "heads": self.heads}
