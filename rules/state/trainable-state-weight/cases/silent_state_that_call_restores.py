import tensorflow as tf
from tensorflow import keras


class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), initializer='zeros')
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if True:
            saved = tf.identity(self.mean)
            self.mean.assign(tf.reduce_mean(x, axis=0))
            x = x - self.mean
            self.mean.assign(saved)
        return (x - self.mean) * self.kernel
