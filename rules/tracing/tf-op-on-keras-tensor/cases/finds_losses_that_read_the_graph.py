# %% a module
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

pixels = keras.Input((16,))
middle = layers.Dense(8, activation="relu")(pixels)
mean = layers.Dense(2)(middle)
spread = layers.Dense(2, name="spread")(middle)
coder = keras.Model(pixels, layers.Dense(16)(mean))


def both(y_true, y_pred):
    near = tf.reduce_mean(tf.square(y_true - y_pred))
    return near - 0.5 * tf.reduce_mean(1 + spread - tf.square(mean) - tf.exp(spread))  # LL309


coder.compile("adam", loss=both)


# %% within a function, and layers with names
import keras
from keras import ops


class Draw(keras.layers.Layer):
    def call(self, given):
        return given[0] + ops.exp(given[1])


def build(size):
    x = given = keras.Input((size,))
    for _ in range(3):
        x = keras.layers.Dense(8)(x)
    head = keras.layers.Dense(2)
    mean = head(x)
    code = Draw()([mean, mean])

    def penalized(target, guess):
        return ops.mean(ops.square(target - guess), axis=-1) + ops.mean(code)  # LL309

    model = keras.Model(given, keras.layers.Dense(size)(code))
    model.compile(optimizer="adam", loss=penalized)
    return model


# %% a function that makes the loss
import tensorflow as tf
from tensorflow.keras import Input, Model, layers


def weighted(weights):
    def loss(y_true, y_pred):
        return tf.reduce_mean(weights * tf.square(y_true - y_pred))  # LL309

    return loss


images = Input((8, 8, 1))
weight_map = Input((8, 8, 1))
maps = layers.Conv2D(1, 3, padding="same")(images)
net = Model([images, weight_map], maps)
net.compile("sgd", loss=weighted(weight_map))


# %% a metric
import keras
from keras import ops

given = keras.Input((4,))
code = keras.layers.Dense(2)(given)
size = ops.mean(ops.abs(code))
model = keras.Model(given, keras.layers.Dense(1)(code))


def length(y_true, y_pred):
    return size  # LL309


model.compile("sgd", "mse", metrics=[length])
