import tensorflow as tf
from tensorflow import keras


class RandomMirror(keras.layers.Layer):
    def call(self, x, training=True):
        return tf.image.random_flip_left_right(x) if training else x
