import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

# %% F1 of two functions


def recall(y_true, y_pred):
    hits = K.sum(K.round(K.clip(y_true * y_pred, 0, 1)))
    meant = K.sum(K.round(K.clip(y_true, 0, 1)))
    return hits / (meant + K.epsilon())


def f1(y_true, y_pred):
    y_pred = K.round(y_pred)
    hits = K.sum(y_true * y_pred)
    precision = hits / (K.sum(y_pred) + K.epsilon())
    part = recall(y_true, y_pred)
    return 2 * precision * part / (precision + part + K.epsilon())


def prepare(model):
    model.compile(
        "adam",
        "binary_crossentropy",
        metrics=[
            "accuracy",
            f1,  # LL136
            recall,  # LL136
        ],
    )


# %% a root


def rmse(y_true, y_pred):
    return K.sqrt(K.mean(K.square(y_pred - y_true)))


model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse", metrics={"out": rmse})  # LL136

# %% the share of the variance


def r2(y_true, y_pred):
    rest = tf.reduce_sum(tf.square(y_true - y_pred))
    total = tf.reduce_sum(tf.square(y_true - tf.reduce_mean(y_true)))
    return 1 - rest / (total + 1e-7)


model = keras.Sequential([keras.layers.Dense(1)])
measured = ["mae", r2]  # LL136
model.compile("adam", "mse", metrics=measured)

# %% the largest error


def worst(y_true, y_pred):
    return tf.reduce_max(tf.abs(y_true - y_pred))


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=[worst])  # LL136

# %% by position
import tensorflow as tf


def far(y_true, y_pred):
    return tf.reduce_max(tf.abs(y_true - y_pred))


def prepare(model):
    model.compile("adam", "mse", [far])  # LL136
