import tensorflow as tf
from tensorflow import keras


# %% three parts, in a function that is told to shuffle
def partition(ds, size, shuffle=True):
    if shuffle:
        ds = ds.shuffle(10000, seed=12)
    train_size = int(0.8 * size)
    train_ds = ds.take(train_size)
    val_ds = ds.skip(train_size).take(100)  # LL153
    return train_ds, val_ds, ds.skip(train_size).skip(100)


# %% a directory, and names that are used again
validation = keras.utils.image_dataset_from_directory("val", batch_size=32)
batches = tf.data.experimental.cardinality(validation)
test = validation.take(batches // 5)
validation = validation.skip(batches // 5)  # LL153


# %% files, and two methods
class Data:
    def __init__(self, root, n):
        self.files = tf.data.Dataset.list_files(root + "/*.jpg")
        self.count = int(0.8 * n)

    def train(self):
        return self.files.take(self.count).batch(32)

    def val(self):
        return self.files.skip(self.count).batch(32)  # LL153


# %% what is handed to a function
def split(dataset, val_size):
    return dataset.skip(val_size), dataset.take(val_size)  # LL153


def main(x):
    ds = tf.data.Dataset.from_tensor_slices(x).shuffle(len(x)).batch(8)
    return split(ds, 1000)


# %% at the top level, with a chain of methods
full = tf.data.TFRecordDataset("a.tfrecord").map(tf.io.parse_tensor).shuffle(buffer_size=1000)
train = full.take(700)
rest = full.skip(700)  # LL153
