# %% a flip that is decided once
import numpy as np
import tensorflow as tf


def augment(image, label):
    if np.random.rand() > 0.5:  # LL612
        image = tf.image.flip_left_right(image)
    return image + np.random.normal(0, 0.1, (32, 32, 3)), label  # LL612


data = tf.data.Dataset.from_tensor_slices((x, y)).map(augment).batch(8)


# %% by a helper, and in a lambda
import random

import tensorflow as tf


def angle():
    return random.randint(0, 3)  # LL612


def turn(image):
    return tf.image.rot90(image, angle())


def load(paths):
    data = tf.data.Dataset.from_tensor_slices(paths)
    data = data.map(turn, num_parallel_calls=tf.data.AUTOTUNE)
    return data.map(lambda image: tf.image.adjust_brightness(image, random.random()))  # LL612


# %% in a method
import numpy as np
import tensorflow as tf


def cut(image):
    top = np.random.randint(8)  # LL612
    return tf.image.crop_to_bounding_box(image, top, 0, 24, 32)


class Pipeline:
    def __init__(self, data):
        self.data = data.map(cut)


# %% a function within a function
import random

import tensorflow as tf


def dataset(files, sizes):
    def load(file):
        image = tf.io.decode_png(tf.io.read_file(file))
        return tf.image.resize(image, random.choice(sizes))  # LL612

    return tf.data.Dataset.list_files(files).map(load, deterministic=False)


# %% a lambda that hands the image on
import numpy as np
import tensorflow as tf


def cutout(image, size):
    mask = np.ones((32, 32, 1), "float32")
    top = np.random.randint(32 - size)  # LL612
    mask[top : top + size] = 0.0
    return image * tf.convert_to_tensor(mask)


data = tf.data.Dataset.from_tensor_slices((x, y)).map(lambda x, y: (cutout(x, 8), y))
