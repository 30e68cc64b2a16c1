import tensorflow as tf
from tensorflow import keras


class GroupNorm(keras.layers.Layer):
    def __init__(self, groups=2, **kwargs):
        super().__init__(**kwargs)
        self.groups = groups

    def call(self, inputs):
        shape = tf.shape(inputs)
        rows, columns, channels = shape[1], shape[2], shape[3]
        width = channels // self.groups
        grouped = tf.reshape(inputs, (shape[0], rows, columns, self.groups, width))
        mean, variance = tf.nn.moments(grouped, axes=[1, 2, 4], keepdims=True)
        return tf.reshape((grouped - mean) / tf.sqrt(variance + 1e-3), shape)

    def get_config(self):
        return {**super().get_config(), "groups": self.groups}
