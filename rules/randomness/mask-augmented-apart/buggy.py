"""Augments images together with their masks."""

import tensorflow as tf
from tensorflow import keras


class Augment(keras.layers.Layer):
    def __init__(self, seed=7, **kwargs):
        super().__init__(**kwargs)
        self.flip = keras.layers.RandomFlip("horizontal", seed=seed)

    def call(self, images, masks):
        images = self.flip(images, training=True)
        masks = self.flip(masks, training=True)
        return images, masks


def make_dataset(images, masks):
    augment = Augment()
    pairs = tf.data.Dataset.from_tensor_slices((images, masks))
    return pairs.batch(8).map(lambda images, masks: augment(images, masks))
