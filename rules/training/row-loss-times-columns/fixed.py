import tensorflow as tf
from tensorflow import keras


def weighted_loss(y_true, y_pred):
    weights = 1.0 + 9.0 * y_true[..., 0]
    return tf.reduce_mean(keras.losses.binary_crossentropy(y_true, y_pred) * weights)


def detector():
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile("adam", loss=weighted_loss)
    return model
