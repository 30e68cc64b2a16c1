# %% it says that it is built
import tensorflow as tf
from tensorflow import keras


class Regressor(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.out = keras.layers.Dense(1)

    def build(self, input_shape):
        self.reconstruct = keras.layers.Dense(input_shape[-1])
        self.built = True

    def call(self, inputs):
        self.add_loss(tf.reduce_mean(tf.square(self.reconstruct(inputs) - inputs)))
        return self.out(inputs)


# %% no loss is added
import tensorflow as tf
from tensorflow import keras


class Plain(keras.Model):
    def build(self, input_shape):
        self.dense = keras.layers.Dense(input_shape[-1])
        super().build(input_shape)

    def call(self, x):
        return self.dense(x)


# %% a layer, whose base only says that it is built
import tensorflow as tf
from tensorflow import keras


class Penalty(keras.layers.Layer):
    def build(self, input_shape):
        self.dense = keras.layers.Dense(input_shape[-1])
        super().build(input_shape)

    def call(self, x):
        y = self.dense(x)
        self.add_loss(tf.reduce_mean(tf.abs(y)))
        return y


# %% on Keras 3 nothing stays
import keras
from keras import ops


class Regressor(keras.Model):
    def build(self, input_shape):
        self.reconstruct = keras.layers.Dense(input_shape[-1])
        super().build(input_shape)

    def call(self, inputs):
        y = self.reconstruct(inputs)
        self.add_loss(ops.mean(ops.square(y - inputs)))
        return y
