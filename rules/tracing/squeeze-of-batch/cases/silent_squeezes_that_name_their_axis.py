# %% an axis
import tensorflow as tf


def error(y_true, y_pred):
    return tf.square(tf.squeeze(y_true, -1) - tf.squeeze(y_pred, axis=-1))


def prepare(model):
    model.compile("adam", loss=error)

# %% a weight
import keras
from keras import ops


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.gain = self.add_weight(name="gain", shape=(1, input_shape[-1]))

    def call(self, x):
        return x * ops.squeeze(self.gain)

# %% what is reduced over the batch
import keras
from keras import ops


class Centre(keras.layers.Layer):
    def call(self, x):
        return x - ops.squeeze(ops.mean(x, axis=0, keepdims=True))

# %% one of several inputs, a number for the whole batch
import tensorflow as tf


class Trim(tf.keras.layers.Layer):
    def call(self, inputs):
        count = tf.squeeze(inputs[1])
        return inputs[0][:count]

# %% a function that is no loss
import tensorflow as tf


def shown(picture, label):
    return tf.squeeze(picture), label
