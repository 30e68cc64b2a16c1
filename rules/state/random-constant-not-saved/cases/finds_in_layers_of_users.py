# %% random features that are not saved
import tensorflow as tf


class RandomFeatures(tf.keras.layers.Layer):
    def __init__(self, count, **kwargs):
        super().__init__(**kwargs)
        self.count = count

    def build(self, input_shape):
        self.projection = tf.random.normal((input_shape[-1], self.count))  # LL219

    def call(self, x):
        return tf.cos(tf.matmul(x, self.projection))

    def get_config(self):
        return {**super().get_config(), "count": self.count}
