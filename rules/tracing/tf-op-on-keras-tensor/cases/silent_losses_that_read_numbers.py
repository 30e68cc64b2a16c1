# %% an output of the model
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

pixels = keras.Input((16,))
mean = layers.Dense(2)(pixels)
coder = keras.Model(pixels, [layers.Dense(16)(mean), mean])


def small(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_pred), axis=-1)


coder.compile("adam", loss=["mse", small])


# %% the shape is known
import keras
from keras import ops

given = keras.Input((16,))
code = keras.layers.Dense(2)(given)
model = keras.Model(given, keras.layers.Dense(16)(code))


def scaled(y_true, y_pred):
    return ops.mean(ops.square(y_true - y_pred), axis=-1) / code.shape[-1]


model.compile("adam", loss=scaled)


# %% weights, layers and models are more than symbols
import tensorflow as tf
from tensorflow import keras

head = keras.layers.Dense(2)
given = keras.Input((16,))
judge = keras.Model(given, head(given))
factor = tf.Variable(1.0)


def judged(y_true, y_pred):
    return factor * tf.reduce_mean(tf.square(judge(y_true) - judge(y_pred)), -1) + head.kernel[0, 0]


model = keras.Sequential([keras.layers.Dense(16)])
model.compile("adam", loss=judged)


# %% a local of the same name
import tensorflow as tf
from tensorflow import keras

given = keras.Input((16,))
code = keras.layers.Dense(2)(given)
model = keras.Model(given, code)


def near(y_true, y_pred):
    code = y_true - y_pred
    return tf.reduce_mean(tf.square(code), axis=-1)


model.compile("adam", loss=near)


# %% layers that are called on numbers
import tensorflow as tf
from tensorflow import keras

anchor = keras.layers.Dense(2)(tf.ones((1, 4)))


def apart(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_pred - anchor), axis=-1)


model = keras.Sequential([keras.layers.Dense(2)])
model.compile("adam", loss=apart)


# %% graphs of TensorFlow 1
import tensorflow as tf
from tensorflow import keras

tf.compat.v1.disable_eager_execution()
given = keras.Input((16,))
code = keras.layers.Dense(2)(given)
model = keras.Model(given, keras.layers.Dense(16)(code))


def penalized(y_true, y_pred):
    return keras.losses.mse(y_true, y_pred) + keras.backend.mean(code)


model.compile("adam", loss=penalized)


# %% a loss that is added, not compiled
import keras
from keras import ops

given = keras.Input((16,))
code = keras.layers.Dense(2)(given)


class Penalty(keras.layers.Layer):
    def call(self, code):
        self.add_loss(ops.mean(ops.square(code)))
        return code


def far():
    return ops.mean(code)


model = keras.Model(given, Penalty()(code))
model.compile("adam", loss="mse")
