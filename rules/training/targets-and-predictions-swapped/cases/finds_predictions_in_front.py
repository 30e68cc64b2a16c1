import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

# %% a function of the backend


def smooth(y_true, y_pred):
    return 0.9 * K.categorical_crossentropy(y_pred, y_true)  # LL137


# %% an object

compare = keras.losses.BinaryCrossentropy()


def cost(y_true, y_pred):
    return compare(y_pred, y_true) + 1.0  # LL137


# %% an object on the spot


def distance(y_true, y_pred):
    return keras.losses.KLDivergence()(y_pred, y_true)  # LL137


# %% a function of TensorFlow


def logits(y_true, y_pred):
    return tf.nn.softmax_cross_entropy_with_logits(y_pred, y_true)  # LL137
