import tensorflow as tf
from tensorflow import keras

# %% a draw that decides, as a tutorial had it
def load_image_train(image, mask):
    image = tf.image.resize(image, (128, 128))
    if tf.random.uniform(()) > 0.5:
        image = tf.image.flip_left_right(image)
        mask = tf.image.flip_left_right(mask)
    return image, mask


def pipeline(images, masks):
    train = tf.data.Dataset.from_tensor_slices((images, masks))
    train = train.map(load_image_train, num_parallel_calls=tf.data.AUTOTUNE)
    train = train.cache().shuffle(1000).batch(16)  # LL609
    return train.prefetch(tf.data.AUTOTUNE)


# %% layers, in a lambda
augment = keras.Sequential([keras.layers.RandomFlip(), keras.layers.RandomRotation(0.1)])


def train_data(ds):
    ds = ds.map(lambda x, y: (augment(x, training=True), y)).batch(32)
    return ds.cache()  # LL609


# %% in a helper
def jitter(image):
    image = tf.image.random_contrast(image, 0.8, 1.2)
    return tf.image.random_flip_left_right(image)


def prepare(path, label):
    return jitter(tf.io.decode_jpeg(tf.io.read_file(path))), label


train = tf.data.Dataset.from_tensor_slices((paths, labels)).map(prepare).cache("train.cache")  # LL609


# %% methods
class Data:
    def augment(self, image, label):
        return tf.image.random_flip_up_down(image), label

    def training(self, ds):
        return ds.map(self.augment).cache().repeat()  # LL609


# %% with batches between
def training(ds):
    ds = ds.batch(8)
    ds = ds.map(lambda x, y: (tf.image.random_hue(x, 0.1), y))
    return ds.prefetch(2).cache()  # LL609
