# %% one of the examples, by a number that is counted
import tensorflow as tf
from tensorflow import keras


class Example(keras.layers.Layer):
    def call(self, inputs):
        last = inputs[tf.shape(inputs)[0] - 1]
        size = last.shape[0]
        return tf.reshape(last, (size, -1))
