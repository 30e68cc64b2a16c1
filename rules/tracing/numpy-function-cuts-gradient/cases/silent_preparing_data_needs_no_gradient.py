import numpy as np
import tensorflow as tf
from tensorflow import keras


class Sort(keras.layers.Layer):
    def call(self, x):
        return tf.numpy_function(np.sort, [x], tf.float32)
