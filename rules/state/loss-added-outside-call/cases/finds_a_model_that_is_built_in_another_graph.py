# Run with Keras 2: `fit` raises InaccessibleTensorError.
# %% a reconstruction
import tensorflow as tf
from tensorflow import keras


class Regressor(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = keras.layers.Dense(8, activation="selu")
        self.out = keras.layers.Dense(1)

    def build(self, input_shape):
        self.reconstruct = keras.layers.Dense(input_shape[-1])
        super().build(input_shape)  # LL221

    def call(self, inputs, training=None):
        z = self.hidden(inputs)
        error = tf.reduce_mean(tf.square(self.reconstruct(z) - inputs))
        self.add_loss(0.05 * error)
        return self.out(z)


# %% by the name of the class, and in a helper
import tensorflow as tf
import tf_keras as keras


class Coder(keras.Model):
    def __init__(self):
        super(Coder, self).__init__()
        self.code = keras.layers.Dense(2)

    def build(self, shape):
        self.back = keras.layers.Dense(shape[-1])
        super(Coder, self).build(shape)  # LL221

    def call(self, x):
        code = self.code(x)
        self._regularize(code)
        return self.back(code)

    def _regularize(self, code):
        self.add_loss(tf.reduce_sum(tf.abs(code)))


# %% a loss in a list
import tensorflow as tf
from tensorflow.keras import Model, layers


class Sparse(Model):
    def build(self, input_shape):
        self.dense = layers.Dense(input_shape[-1])
        return super().build(input_shape)  # LL221

    def call(self, x):
        y = self.dense(x)
        penalty = tf.reduce_mean(tf.abs(y))
        self.add_loss([penalty])
        return y
