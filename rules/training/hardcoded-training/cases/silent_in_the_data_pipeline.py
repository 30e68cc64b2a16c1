# %% in a lambda
import tensorflow as tf
from tensorflow import keras


class Augment(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.flip = keras.layers.RandomFlip()
        self.turn = keras.layers.RandomRotation(0.1)

    def call(self, images):
        return self.turn(self.flip(images, training=True), training=True)


def data(images, labels):
    augment = Augment()
    batches = tf.data.Dataset.from_tensor_slices((images, labels)).batch(8)
    return batches.map(lambda x, y: (augment(x), y))

# %% in a function for it
import tensorflow as tf
from tensorflow import keras


class Augment(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.flip = keras.layers.RandomFlip()
        self.turn = keras.layers.RandomRotation(0.1)

    def call(self, images):
        return self.turn(self.flip(images, training=True), training=True)


augment = Augment()


def change(x, y):
    return augment(x), y


def data(images, labels):
    return tf.data.Dataset.from_tensor_slices((images, labels)).batch(8).map(change)

# %% made where it is given
import tensorflow as tf
from tensorflow import keras


class Augment(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.flip = keras.layers.RandomFlip()
        self.turn = keras.layers.RandomRotation(0.1)

    def call(self, images):
        return self.turn(self.flip(images, training=True), training=True)


def data(images):
    return tf.data.Dataset.from_tensor_slices(images).batch(8).map(Augment())
