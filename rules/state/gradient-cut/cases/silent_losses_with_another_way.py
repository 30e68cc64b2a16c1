import tensorflow as tf
from tensorflow.keras import backend as K

# %% a metric


def misses(y_true, y_pred):
    return K.mean(K.cast(K.greater_equal(K.abs(y_true - y_pred), 1.0), "float32"))


def train(model, x, y):
    model.compile(loss="mse", optimizer="adam", metrics=[misses])


# %% a weight that is stopped, and the difference


def weighted(y_true, y_pred):
    scale = tf.stop_gradient(1.0 + tf.abs(y_pred - y_true))
    return tf.reduce_mean(scale * tf.square(y_pred - y_true), axis=-1)


def begin(model):
    model.compile("adam", loss=weighted)


# %% a choice between two values


def huber(y_true, y_pred):
    gap = y_true - y_pred
    small = tf.abs(gap) < 1.0
    return tf.where(small, 0.5 * gap * gap, tf.abs(gap) - 0.5)


def go(model):
    model.compile("adam", loss=huber)


# %% what comes from the model by another name


def make(model, x, y):
    model.compile("adam", loss=held)


def held(y_true, y_pred):
    return tf.cast(tf.argmax(y_pred, -1), tf.float32) * 0.0 + net.penalty()


# %% a rounded target


def rounded(y_true, y_pred):
    return K.mean(K.square(K.round(y_true) - y_pred))


def start(model):
    model.compile("adam", loss=rounded)
