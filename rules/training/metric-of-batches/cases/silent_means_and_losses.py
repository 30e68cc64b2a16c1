import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

# %% a mean over the samples


def close(y_true, y_pred):
    return K.mean(K.cast(K.abs(y_true - y_pred) < 0.1, "float32"))


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=[close])

# %% a value for each sample


def gap(y_true, y_pred):
    return tf.reduce_max(tf.abs(y_true - y_pred), axis=-1)


def overlap(y_true, y_pred):
    both = K.sum(y_true * y_pred, axis=[1, 2, 3])
    either = K.sum(y_true + y_pred, axis=[1, 2, 3])
    return K.mean(both / (either + 1.0))


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=[gap, overlap])

# %% a sum divided by the size of the batch


def error(y_true, y_pred):
    return tf.reduce_sum(tf.abs(y_true - y_pred)) / tf.cast(tf.size(y_true), tf.float32)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=[error])

# %% the number that is trained


def dice(y_true, y_pred):
    both = K.sum(y_true * y_pred)
    return (2.0 * both + 1.0) / (K.sum(y_true) + K.sum(y_pred) + 1.0)


def dice_loss(y_true, y_pred):
    return 1.0 - dice(y_true, y_pred)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", loss=dice_loss, metrics=[dice])

# %% an average over a mask


def masked_accuracy(y_true, y_pred):
    hits = K.cast(K.equal(y_true, K.argmax(y_pred, axis=-1)), "float32")
    mask = K.cast(K.not_equal(y_true, 0), "float32")
    return K.sum(hits * mask) / K.sum(mask)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=[masked_accuracy])

# %% a function that is no metric


def ratio(y_true, y_pred):
    return K.sum(y_true) / K.sum(y_pred)


print(ratio(tf.ones((2, 2)), tf.ones((2, 2))))
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae"])

# %% two values in one line that have a mean
from tensorflow.keras import backend as K


def near(y_true, y_pred):
    low, high = K.abs(y_true - y_pred) < 0.1, K.abs(y_true - y_pred) < 0.2
    low, high = K.cast(low, "float32"), K.cast(high, "float32")
    return (K.mean(low) + K.mean(high)) / 2


def shares(y_true, y_pred):
    return K.sum(y_true * y_pred, axis=-1), K.sum(y_pred, axis=-1)


def share(y_true, y_pred):
    hits, all_of_them = shares(y_true, y_pred)
    return K.mean(hits / (all_of_them + 1.0))


def prepare(model):
    model.compile("adam", "mse", metrics=[near, share])


# %% what is unpacked is not known
from somewhere import counts
from tensorflow.keras import backend as K


def ratio(y_true, y_pred):
    first, *rest = counts(y_true, y_pred)
    hits, meant = counts(y_true, y_pred)
    return first * hits / meant


def prepare(model):
    model.compile("adam", "mse", metrics=[ratio])

# %% roots of each sample, of several columns, of an unknown model, and as a distance
import keras
from keras import ops


def rmse(y_true, y_pred):
    return ops.sqrt(ops.mean(ops.square(y_pred - y_true), axis=-1))


def distance(y_true, y_pred):
    return ops.sqrt(ops.mean(ops.square(y_pred - y_true), axis=-1))


def size_rms(y_true, y_pred):
    return ops.sqrt(ops.mean(ops.square(y_pred), axis=-1))


model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3)])
model.compile(optimizer="adam", loss="mse", metrics=["mae", rmse])
one = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
one.compile(optimizer="adam", loss="mse", metrics=[distance, size_rms])


def prepare(model):
    model.compile(optimizer="adam", loss="mse", metrics=[rmse])
