"""Scales images to [0, 1] unless they are already."""

import tensorflow as tf
from tensorflow import keras


class UnitRange(keras.layers.Layer):
    def call(self, images):
        if tf.reduce_max(images) > 1.0:
            images = images / 255.0
        return images
