import tensorflow as tf
from tensorflow import keras


class GradualDropPath(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._rate = self.add_weight(name="rate", shape=(), initializer="zeros", trainable=False)

    @property
    def rate(self):
        return self._rate

    @rate.setter
    def rate(self, value):
        self._rate.assign(float(value))

    def call(self, x, training=None):
        if not training:
            return x
        keep = tf.cast(tf.random.uniform((tf.shape(x)[0], 1)) >= self.rate, x.dtype)
        return x * keep


class RampUp(keras.callbacks.Callback):
    def __init__(self, drop, total):
        super().__init__()
        self.drop, self.total = drop, total

    def on_epoch_end(self, epoch, logs=None):
        self.drop.rate = 0.5 * (epoch + 1) / self.total
