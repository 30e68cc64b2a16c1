import tensorflow as tf
from tensorflow import keras


def dice_loss(y_true, y_pred, smooth=1.0):
    both = tf.reduce_sum(y_true * y_pred, axis=(1, 2, 3))
    sizes = tf.reduce_sum(y_true, axis=(1, 2, 3)) + tf.reduce_sum(y_pred, axis=(1, 2, 3))
    return (2.0 * both + smooth) / (sizes + smooth)


def segmenter():
    mask = keras.layers.Conv2D(1, 1, activation="sigmoid")
    model = keras.Sequential([keras.Input((8, 8, 1)), mask])
    model.compile(keras.optimizers.Adam(0.1), loss=dice_loss)
    return model
