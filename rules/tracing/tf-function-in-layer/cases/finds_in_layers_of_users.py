# %% tf.function on call
import tensorflow as tf
from tensorflow import keras


class Fast(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.norm = keras.layers.BatchNormalization()

    def build(self, input_shape):
        self.norm.build(input_shape)

    @tf.function  # LL307
    def call(self, x):
        return self.norm(x)


# %% compiled in the constructor
import tensorflow as tf
from tensorflow import keras


class Smooth(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = keras.layers.Dropout(0.5)
        self.fast = tf.function(self._body, jit_compile=True)  # LL307

    def _body(self, x):
        return 2.0 * self.drop(x)

    def call(self, x, training=None):
        return self.fast(x)


# %% a model
import tensorflow as tf
from tensorflow import keras


class Whole(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.norm = keras.layers.BatchNormalization()
        self.fast = tf.function(self._pass)  # LL307

    def _pass(self, x):
        return self.norm(x)

    def call(self, inputs):
        x, y = inputs
        return self.fast(x) - self.fast(y)
