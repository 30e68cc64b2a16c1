import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

# %% an axis
class Contrast(keras.losses.Loss):
    def call(self, y_true, y_pred):
        rows = tf.math.l2_normalize(y_pred, axis=-1)
        return tf.reduce_sum(tf.square(rows - y_true), axis=-1)


# %% an axis by position
def network(inputs):
    return keras.layers.Lambda(lambda x: tf.nn.l2_normalize(x, 1))(inputs)


# %% one sample after the other
def contrast(y_true, y_pred):
    rows = tf.map_fn(lambda row: tf.math.l2_normalize(row), y_pred)
    return tf.reduce_sum(tf.square(rows - y_true), axis=-1)


def compiled(model):
    model.compile("adam", loss=contrast)


# %% one row
def first(y_true, y_pred):
    return tf.reduce_sum(tf.math.l2_normalize(y_pred[0]) * y_true)


def compiled(model):
    model.compile("adam", loss=first)


# %% a weight
class Direction(keras.layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1],))

    def call(self, x):
        return x * tf.math.l2_normalize(self.kernel)


# %% shares of each sample
class Shares(keras.layers.Layer):
    def call(self, x):
        return x / (K.sum(x, axis=-1, keepdims=True) + K.epsilon())


# %% a fraction of what there is in all
class Fraction(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return tf.reduce_sum(tf.abs(y_true - y_pred)) / tf.reduce_sum(y_true)


# %% a function that nothing hands a batch to
def direction(vector):
    return tf.math.l2_normalize(vector)
