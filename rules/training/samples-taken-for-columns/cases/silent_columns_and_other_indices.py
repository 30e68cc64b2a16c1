import tensorflow as tf
from tensorflow import keras

# %% columns


def box(y_true, y_pred):
    return tf.square(y_true[:, 2] - y_pred[:, 2]) + tf.square(y_true[..., 3] - y_pred[..., 3])


model = keras.Sequential([keras.layers.Dense(4)])
model.compile("adam", loss=box)

# %% a transposition first


def turned(y_true, y_pred):
    y_true, y_pred = tf.transpose(y_true), tf.transpose(y_pred)
    return tf.square(y_true[0] - y_pred[0])


model = keras.Sequential([keras.layers.Dense(4)])
model.compile("adam", loss=turned)

# %% the static shape


def scaled(y_true, y_pred):
    return tf.reduce_sum(tf.abs(y_true - y_pred)) / y_pred.shape[1] + tf.shape(y_true)[0] * 0


model = keras.Sequential([keras.layers.Dense(4)])
model.compile("adam", loss=scaled)

# %% a function that nobody compiles


def rows(y_true, y_pred):
    return y_true[0] - y_pred[0]


print(rows(tf.ones((2, 2)), tf.ones((2, 2))))
model = keras.Sequential([keras.layers.Dense(4)])
model.compile("adam", loss="mse")
