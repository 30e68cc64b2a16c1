# %% a part that a constant of the module names
import tensorflow as tf
from tensorflow import keras

POINTS = "points"


class Example(keras.layers.Layer):
    def call(self, inputs):
        points = inputs[POINTS]
        size = points.shape[0]  # LL304
        return tf.reshape(points, (size, -1))
