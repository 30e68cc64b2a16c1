# %% in a lambda of a data set
import keras
from keras import layers

pipeline = keras.Sequential([layers.RandomFlip("horizontal"), layers.RandomRotation(0.1)])


def prepare(ds):
    return ds.map(lambda x, y: (pipeline(x, training=True), pipeline(y, training=True)))  # LL608

# %% functions of TensorFlow
import tensorflow as tf
from tensorflow import keras


def load(image, segmentation_mask):
    image = tf.image.random_flip_left_right(image)
    segmentation_mask = tf.image.random_flip_left_right(segmentation_mask)  # LL608
    image = tf.image.random_crop(image, (64, 64, 3))
    segmentation_mask = tf.image.random_crop(segmentation_mask, (64, 64, 1))  # LL608
    return image, segmentation_mask

# %% a helper, and the items of a dictionary
import tensorflow as tf
import keras

rotate = keras.layers.RandomRotation(0.2, fill_mode="constant")


def turn(tensor):
    tensor = rotate(tensor)
    return tf.clip_by_value(tensor, 0.0, 1.0)


def load(sample):
    image = turn(tf.cast(sample["image"], tf.float32))
    mask = turn(tf.cast(sample["label_map"], tf.float32))  # LL608
    return image, mask

# %% a layer within a condition
import keras


class Augment(keras.layers.Layer):
    def __init__(self, factor=0.2, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.zoom = keras.layers.RandomZoom(factor)

    def call(self, inputs, training=None):
        image, labels = inputs
        if training:
            image = self.zoom(image, training=training)
            labels = self.zoom(labels, training=training)  # LL608
        return image, labels

# %% a file that loads data, and knows no Keras
import random

import tensorflow as tf


def load(img, lbl_mask):
    if random.random() > 0.5:
        img = tf.image.random_flip_up_down(img)
        lbl_mask = tf.image.random_flip_up_down(lbl_mask)  # LL608
    return img, lbl_mask
