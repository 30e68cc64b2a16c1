# %% weights in a helper of call
import tensorflow as tf


class Bias(tf.keras.layers.Layer):
    def _bias(self, size):
        return self.add_weight(name="bias", shape=(size,), initializer="zeros")  # LL203

    def call(self, x):
        return x + self._bias(x.shape[-1])
