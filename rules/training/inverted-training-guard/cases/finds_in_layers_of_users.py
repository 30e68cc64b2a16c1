# %% the guard is inverted by an early return
import tensorflow as tf


class Center(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.center = self.add_weight(
            name="center", shape=(input_shape[-1],), initializer="zeros", trainable=False
        )

    def call(self, x, training=None):
        if training:
            return x - tf.reduce_mean(x, axis=0)
        self.center.assign(0.9 * self.center + 0.1 * tf.reduce_mean(x, axis=0))  # LL104
        return x - self.center
