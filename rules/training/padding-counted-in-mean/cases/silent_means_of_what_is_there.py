import tensorflow as tf
from tensorflow import keras

entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction="none")

# %% the number of words
def loss_function(real, pred):
    mask = tf.math.logical_not(tf.math.equal(real, 0))
    loss_ = entropy(real, pred)
    mask = tf.cast(mask, dtype=loss_.dtype)
    loss_ *= mask
    return tf.reduce_sum(loss_) / tf.reduce_sum(mask)


# %% both means
def token_loss(y_true, y_pred):
    mask = tf.cast(y_true != 0, tf.float32)
    return tf.reduce_mean(entropy(y_true, y_pred) * mask) / tf.reduce_mean(mask)


# %% what is left is taken out
def token_loss(y_true, y_pred):
    mask = tf.not_equal(y_true, 0)
    return tf.reduce_mean(tf.boolean_mask(entropy(y_true, y_pred), mask))


# %% weights that say something else
def token_loss(y_true, y_pred, weight):
    return tf.reduce_mean(entropy(y_true, y_pred) * weight)


# %% a mask of the predictions
def margin_loss(y_true, y_pred):
    wrong = tf.cast(tf.math.less(y_pred, 0.0), tf.float32)
    return tf.reduce_mean(tf.square(y_true - y_pred) * wrong)


# %% one value per sample, which Keras averages
def token_loss(y_true, y_pred):
    mask = tf.cast(y_true != 0, tf.float32)
    return tf.reduce_sum(entropy(y_true, y_pred) * mask, axis=-1)


# %% the words of each sequence
class MaskedEntropy(keras.losses.Loss):
    def call(self, label, pred):
        weights = tf.cast(tf.not_equal(label, self.pad_id), pred.dtype)
        weighted = entropy(label, pred) * weights
        return tf.reduce_mean(weighted, axis=1) / tf.reduce_mean(weights, axis=1)


# %% two things that are compared
def changes(y_true, y_pred, before):
    moved = tf.cast(tf.not_equal(y_true, before), tf.float32)
    return tf.reduce_mean(tf.square(y_true - y_pred) * moved, axis=-1)
