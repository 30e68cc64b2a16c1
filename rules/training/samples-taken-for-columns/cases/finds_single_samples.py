import tensorflow as tf
from tensorflow import keras

# %% a loss


def box(y_true, y_pred):
    wide = tf.square(y_true[2] - y_pred[2])  # LL138
    high = tf.square(y_true[3] - y_pred[3])
    return wide + high


def train(model, x, y):
    model.compile("adam", loss=box)
    model.fit(x, y)


# %% a metric


def first(target, guess):
    return tf.abs(target[0] - guess[0])  # LL138


model = keras.Sequential([keras.layers.Dense(2)])
model.compile("adam", "mse", metrics=[first])

# %% the last one


def last(y_true, y_pred):
    gap = y_pred[-1] - y_true[-1]  # LL138
    return tf.reduce_mean(gap**2)


model = keras.Sequential([keras.layers.Dense(2)])
model.compile("adam", loss=last)

# %% two names


def angle(y_true, y_pred):
    a, b = y_pred[0], y_true[0]  # LL138
    return 1 - tf.cos(a - b)


model = keras.Sequential([keras.layers.Dense(2)])
model.compile(optimizer="adam", loss=angle)

# %% by position
import tensorflow as tf


def distance(y_true, y_pred):
    return tf.sqrt((y_true[0] - y_pred[0]) ** 2 + (y_true[1] - y_pred[1]) ** 2)  # LL138


def prepare(model):
    model.compile("adam", distance)
