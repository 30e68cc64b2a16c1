import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction="none")

# %% as a tutorial had it
def loss_function(real, pred):
    mask = tf.math.logical_not(tf.math.equal(real, 0))
    loss_ = entropy(real, pred)
    mask = tf.cast(mask, dtype=loss_.dtype)
    loss_ *= mask
    return tf.reduce_mean(loss_)  # LL148


# %% of one operation
def token_loss(y_true, y_pred):
    mask = tf.cast(y_true != 0, tf.float32)
    return tf.reduce_mean(tf.multiply(entropy(y_true, y_pred), mask))  # LL148


# %% an accuracy
def token_accuracy(y_true, y_pred):
    known = K.cast(K.not_equal(y_true, -1), "float32")
    hits = K.cast(K.equal(y_true, K.cast(K.argmax(y_pred), y_true.dtype)), "float32")
    return K.mean(hits * known)  # LL148


# %% missing values
def known_error(y_true, y_pred):
    known = tf.cast(tf.not_equal(y_true, -999.0), tf.float32)
    error = tf.square(y_true - y_pred) * known
    return tf.reduce_mean(error)  # LL148


# %% the mean of each sequence, in a loss that knows its padding
class MaskedEntropy(keras.losses.Loss):
    def call(self, label, pred):
        label = tf.cast(label, tf.int32)
        weights = tf.cast(tf.not_equal(label, self.pad_id), pred.dtype)
        weighted = entropy(label, pred) * weights
        return tf.reduce_mean(weighted, axis=1)  # LL148


# %% the padding under a name
PAD = 0


def token_loss(y_true, y_pred):
    mask = tf.cast(y_true != PAD, tf.float32)
    return K.mean(entropy(y_true, y_pred) * mask, -1)  # LL148
