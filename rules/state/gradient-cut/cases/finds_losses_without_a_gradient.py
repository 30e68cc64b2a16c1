import tensorflow as tf
from tensorflow.keras import backend as K

# %% an accuracy


def misses(y_true, y_pred):
    gap = K.abs(y_true - y_pred)
    return K.mean(K.cast(K.greater_equal(gap, 1.0), "float32"))  # LL223


def train(model, x, y):
    model.compile(loss=misses, optimizer="adam")
    model.fit(x, y)


# %% predictions that are rounded first


def f1(y_true, y_pred):
    y_pred = K.flatten(y_pred)
    said = K.round(y_pred)  # LL223
    hits = K.sum(y_true * said)
    return 1 - 2 * hits / (K.sum(said) + K.sum(y_true) + 1e-7)


def prepare(model):
    model.compile("adam", f1)


# %% the whole difference is stopped


def stopped(y_true, y_pred):
    return tf.reduce_mean(tf.square(tf.stop_gradient(y_pred - y_true)))  # LL223


def begin(model):
    model.compile("adam", loss=stopped)
