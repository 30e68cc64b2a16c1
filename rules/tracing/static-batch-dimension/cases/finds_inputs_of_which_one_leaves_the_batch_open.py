import tensorflow as tf


class Blank(tf.keras.layers.Layer):
    def call(self, x):
        return tf.zeros((x.shape[0], 3)) + x  # LL304


def model():
    x = tf.keras.Input(batch_shape=(32, 3))
    y = tf.keras.layers.Input((3,))
    return tf.keras.Model([x, y], [Blank()(x), Blank()(y)])


def another():
    x = tf.keras.Input(batch_shape=(None, 3))
    return tf.keras.Model(x, Blank()(x))
