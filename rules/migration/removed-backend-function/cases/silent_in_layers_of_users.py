# %% what is still there
import keras
from keras import backend as K


class SafeNorm(keras.layers.Layer):
    def call(self, x):
        x = keras.ops.cast(x, K.floatx())
        if K.image_data_format() == "channels_first":
            x = keras.ops.transpose(x, (0, 2, 3, 1))
        return x / (keras.ops.norm(x, axis=-1, keepdims=True) + K.epsilon())


# %% the backend of tf.keras
import tensorflow as tf
from tensorflow.keras import backend as K


class Pool(tf.keras.layers.Layer):
    def call(self, x):
        return K.sum(x, axis=1) / (K.max(K.abs(x), axis=1) + K.epsilon())


# %% another backend
import keras
from mylibrary import backend as K


class Total(keras.layers.Layer):
    def call(self, x):
        return K.sum(x)


# %% asked for the version
import keras

if keras.__version__.startswith("2."):
    from keras import backend as K
else:
    from keras import ops as K


class Square(keras.layers.Layer):
    def call(self, x):
        return K.square(x)


# %% a module of its own of that name
import keras


class K:
    @staticmethod
    def sum(x, axis=None):
        return keras.ops.sum(x, axis=axis)


class Summed(keras.layers.Layer):
    def call(self, x):
        return K.sum(x, axis=-1)


# %% the rate of something else, under tf.keras
import tensorflow as tf
from tensorflow.keras import backend


class Schedule(tf.keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.learning_rate = tf.Variable(0.1)

    def on_epoch_begin(self, epoch, logs=None):
        backend.set_value(self.learning_rate, 0.1 / (1 + epoch))
        self.model.optimizer.learning_rate.assign(self.learning_rate)
