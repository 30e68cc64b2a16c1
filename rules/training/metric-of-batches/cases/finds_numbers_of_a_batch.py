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

# %% two helpers in one line
import tensorflow as tf
from tensorflow.keras import backend as K


def exactness(y_true, y_pred):
    return K.sum(y_true * K.round(y_pred)) / (K.sum(K.round(y_pred)) + K.epsilon())


def completeness(y_true, y_pred):
    return K.sum(y_true * K.round(y_pred)) / (K.sum(y_true) + K.epsilon())


def f1(y_true, y_pred):
    p, r = exactness(y_true, y_pred), completeness(y_true, y_pred)
    return 2 * p * r / (p + r + K.epsilon())


def prepare(model):
    model.compile("adam", "binary_crossentropy", metrics=[f1])  # LL136


# %% one helper that returns both
import keras
from keras import ops


def both(targets, outputs):
    hits = ops.sum(targets * ops.round(outputs))
    return hits / (ops.sum(ops.round(outputs)) + 1e-7), hits / (ops.sum(targets) + 1e-7)


def f_beta(targets, outputs):
    (p, r) = both(targets, outputs)
    return 5 * p * r / (4 * p + r + 1e-7)


def prepare(model):
    model.compile("adam", "binary_crossentropy", metrics=["accuracy", f_beta])  # LL136


# %% helpers within, whose names their values take
from tensorflow.keras import backend as K


def f1(y_true, y_pred):
    def recall(y_true, y_pred):
        hits = K.sum(K.round(K.clip(y_true * y_pred, 0, 1)))
        recall = hits / (K.sum(K.round(K.clip(y_true, 0, 1))) + K.epsilon())
        return recall

    def precision(y_true, y_pred):
        hits = K.sum(K.round(K.clip(y_true * y_pred, 0, 1)))
        precision = hits / (K.sum(K.round(K.clip(y_pred, 0, 1))) + K.epsilon())
        return precision

    precision = precision(y_true, y_pred)
    recall = recall(y_true, y_pred)
    return 2 * ((precision * recall) / (precision + recall + K.epsilon()))


def prepare(model):
    model.compile("adam", "binary_crossentropy", metrics=[f1])  # LL136

# %% a root of each sample, of one column
import keras
from keras import ops


def rmse(y_true, y_pred):
    return ops.sqrt(ops.mean(ops.square(y_pred - y_true), axis=-1))


model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse", metrics=["mae", rmse])  # LL136

# %% the same by names, of a functional model
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K


def root_mean_squared_error(y_true, y_pred):
    error = y_true - y_pred
    mean = K.mean(error**2, axis=-1)
    return K.sqrt(mean)


def RMSE(y_true, y_pred):
    return tf.sqrt(keras.losses.mean_squared_error(y_true, y_pred))


def build(width):
    inputs = keras.Input((width,))
    outputs = keras.layers.Dense(1, activation="linear")(inputs)
    model = keras.Model(inputs, outputs)
    model.compile(
        "adam",
        root_mean_squared_error,
        metrics=[
            root_mean_squared_error,  # LL136
            RMSE,  # LL136
        ],
    )
    return model
