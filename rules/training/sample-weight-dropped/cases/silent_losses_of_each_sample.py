import tensorflow as tf
from tensorflow import keras

# %% a number for each sample


def error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred), axis=-1)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", loss=error)
model.fit(tf.ones((4, 2)), tf.ones((4, 1)), sample_weight=tf.ones((4,)))

# %% no weights


def mean_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", loss=mean_error)
model.fit(tf.ones((4, 2)), tf.ones((4, 1)), sample_weight=None)

# %% weights of another model


def all_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))


first = keras.Sequential([keras.layers.Dense(1)])
first.compile("adam", loss=all_error)
second = keras.Sequential([keras.layers.Dense(1)])
second.compile("adam", loss="mse")
second.fit(tf.ones((4, 2)), tf.ones((4, 1)), sample_weight=tf.ones((4,)))

# %% the axis is not known


def along(axis):
    return lambda y_true, y_pred: tf.reduce_mean(tf.square(y_true - y_pred), axis)


AXIS = keras.backend.image_data_format() == "channels_last"


def by_axis(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred), axis=-1 if AXIS else 1)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", loss=by_axis)
model.fit(tf.ones((4, 2)), tf.ones((4, 1)), sample_weight=tf.ones((4,)))


# %% another model than the one that is fitted
import tensorflow as tf


def summed(y_true, y_pred):
    return tf.reduce_mean(y_pred)


def build(features):
    inputs = tf.keras.Input((features,))
    teacher = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(inputs))
    teacher.compile("adam", loss=summed)
    model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(inputs))
    model.compile("adam", loss="mse")
    return model


net = build(3)
net.fit(x, y, sample_weight=weights)
