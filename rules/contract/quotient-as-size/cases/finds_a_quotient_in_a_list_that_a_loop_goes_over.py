import tensorflow as tf
from tensorflow.keras import layers


def pyramid(width=16):
    inputs = tf.keras.Input((8, 8, 3))
    widths = [width, width / 2]  # LL446
    x = inputs
    for each in widths:
        x = layers.LSTM(each)(x)
    return tf.keras.Model(inputs, x)
