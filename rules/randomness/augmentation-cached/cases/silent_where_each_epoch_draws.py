import functools

import tensorflow as tf
from tensorflow import keras

# %% behind the cache
def augment(image, label):
    return tf.image.random_flip_left_right(image), label


def pipeline(ds):
    return ds.map(resize).cache().map(augment).batch(16)


# %% data to measure by
def random_crop(image, label):
    return tf.image.random_crop(image, (64, 64, 3)), label


def pipelines(train, val):
    val_ds = val.map(random_crop).cache()
    return train.cache().map(random_crop), val_ds


# %% for measuring, by the name of the function
def make_test_data(ds):
    ds = ds.map(lambda x, y: (tf.image.random_crop(x, (64, 64, 3)), y))
    return ds.cache()


# %% data that are made at random, once
def synthetic(count):
    data = tf.data.Dataset.range(count).map(lambda _: tf.random.normal((8,)))
    return data.cache()


# %% a layer told that it is no training
flip = keras.layers.RandomFlip()


def pipeline(ds):
    return ds.map(lambda x, y: (flip(x, training=False), y)).cache()


# %% a seed for each image, whatever the epoch
def steady(image, label):
    return tf.image.stateless_random_flip_left_right(image, seed=(1, 2)), label


def pipeline(ds):
    return ds.map(steady).cache()


# %% nothing is drawn
def mirror(image, label):
    return tf.image.flip_left_right(image), label


def pipeline(ds):
    return ds.concatenate(ds.map(mirror)).cache()


# %% another cache
class Table:
    @functools.cache
    def flipped(self, image):
        return tf.image.random_flip_left_right(image)


# %% only where somebody asks for it
def prepare(ds, augmented):
    ds = ds.map(resize)
    if augmented:
        ds = ds.cache()
        ds = ds.map(lambda x, y: (tf.image.random_flip_left_right(x), y))
    return ds.batch(8)
