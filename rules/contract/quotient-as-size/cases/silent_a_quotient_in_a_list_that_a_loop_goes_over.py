import tensorflow as tf
from tensorflow.keras import layers


def pyramid(width=16):
    inputs = tf.keras.Input((8, 8, 3))
    widths = [width, width // 2]
    rates = [width / 100, 0.5]
    x = inputs
    for each, rate in zip(widths, rates):
        x = layers.Dropout(rate)(layers.LSTM(int(each / 2))(x))
    return tf.keras.Model(inputs, x)
