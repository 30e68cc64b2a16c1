"""TensorFlow lifts what a `tf.function` makes at its first call out of the graph around it."""

import tensorflow as tf
import tf_keras as keras


class Buffer:
    def __init__(self):
        self.held = None

    @tf.function
    def begin(self, value):
        if self.held is None:
            self.held = tf.Variable(value, trainable=False)

    def keep(self, value):
        self.held.assign(value)


class Smooth(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.buffer = Buffer()

    def call(self, x):
        self.buffer.begin(tf.zeros((3,)))
        self.buffer.keep(tf.reduce_mean(x, axis=0))
        return x + self.buffer.held
