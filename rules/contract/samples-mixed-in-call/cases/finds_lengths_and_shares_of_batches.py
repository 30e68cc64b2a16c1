import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

# %% a loss
class Contrast(keras.losses.Loss):
    def call(self, y_true, y_pred):
        rows = tf.math.l2_normalize(y_pred)  # LL434
        return tf.reduce_sum(tf.square(rows - y_true), axis=-1)


# %% a function that is a loss, of some columns
def contrast(y_true, y_pred):
    left = K.l2_normalize(y_pred[:, :4])  # LL434
    right = K.l2_normalize(y_pred[:, 4:])  # LL434
    return K.sum(K.square(left - right), axis=-1)


def compiled(model):
    model.compile("adam", loss=contrast)


# %% a Lambda layer
def network(inputs):
    return keras.layers.Lambda(lambda x: tf.nn.l2_normalize(x))(inputs)  # LL434


# %% a Lambda layer with a function of its own
def unit(x):
    return K.l2_normalize(x)  # LL434


def network(inputs):
    return keras.layers.Lambda(unit)(inputs)


# %% a layer
class Unit(keras.layers.Layer):
    def call(self, x):
        return tf.math.l2_normalize(x)  # LL434


# %% shares
class Shares(keras.layers.Layer):
    def call(self, x):
        x = K.abs(x)
        return x / (K.sum(x) + K.epsilon())  # LL434


# %% shares of a total that has a name
class Weights(keras.layers.Layer):
    def call(self, scores):
        scores = tf.exp(scores)
        total = tf.reduce_sum(scores)
        return scores / total  # LL434
