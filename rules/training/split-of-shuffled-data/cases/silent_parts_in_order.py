import tensorflow as tf
from tensorflow import keras


# %% one order for all passes
def split(x, k):
    ds = tf.data.Dataset.from_tensor_slices(x).shuffle(1000, reshuffle_each_iteration=False)
    return ds.skip(k).shuffle(1000), ds.take(k)


# %% shuffled after the split
def split(x, k):
    ds = tf.data.Dataset.from_tensor_slices(x)
    val = ds.take(k)
    ds = ds.skip(k)
    ds = ds.shuffle(1000)
    return ds, val, ds.take(1)


# %% samples that are looked at
def look(x):
    ds = tf.data.Dataset.from_tensor_slices(x).shuffle(1000)
    for sample in ds.take(1):
        print(sample)
    first = next(iter(ds.take(1)))
    return ds.skip(1), first


# %% a directory and files in order
def split(k):
    ds = keras.utils.image_dataset_from_directory("a", shuffle=False)
    files = tf.data.Dataset.list_files("a/*", shuffle=False)
    files = files.shuffle(100, reshuffle_each_iteration=False)
    return ds.take(k), ds.skip(k), files.take(k), files.skip(k)


# %% different data, and other numbers
def split(train_x, test_x, k):
    train = tf.data.Dataset.from_tensor_slices(train_x).shuffle(100)
    test = tf.data.Dataset.from_tensor_slices(test_x).shuffle(100)
    return train.take(k), test.skip(k), train.skip(2)


# %% the order that is kept
def split(x, k):
    ds = tf.data.Dataset.from_tensor_slices(x).shuffle(100).cache()
    return ds.take(k), ds.skip(k)


# %% no data of TensorFlow
def split(deck, k):
    deck.shuffle()
    return deck.take(k), deck.skip(k)
