# %% drawn once for both
import tensorflow as tf
import keras

flip = keras.layers.RandomFlip()


def load(image, mask):
    both = flip(tf.concat([image, mask], axis=-1), training=True)
    return both[..., :3], both[..., 3:]

# %% two layers with one seed
import keras


class Augment(keras.layers.Layer):
    def __init__(self, seed=42):
        super().__init__()
        self.augment_inputs = keras.layers.RandomFlip(mode="horizontal", seed=seed)
        self.augment_labels = keras.layers.RandomFlip(mode="horizontal", seed=seed)

    def call(self, inputs, labels):
        inputs = self.augment_inputs(inputs)
        labels = self.augment_labels(labels)
        return inputs, labels

# %% functions with a seed
import tensorflow as tf
import keras


def load(image, mask, seed):
    image = tf.image.random_flip_left_right(image, seed=1)
    mask = tf.image.random_flip_left_right(mask, seed=1)
    image = tf.image.stateless_random_flip_up_down(image, seed)
    mask = tf.image.stateless_random_flip_up_down(mask, seed)
    image = tf.image.random_crop(image, (8, 8, 3), 5)
    mask = tf.image.random_crop(mask, (8, 8, 1), 5)
    return image, mask

# %% two views of one image
import keras

augment = keras.Sequential([keras.layers.RandomFlip(), keras.layers.RandomZoom(0.2)])


def views(image, anchor_image, positive_image):
    first, second = augment(image), augment(image)
    return first, second, augment(anchor_image), augment(positive_image)

# %% colours, and no augmentation at all
import keras

brightness = keras.layers.RandomBrightness(0.2)
flip = keras.layers.RandomFlip()
resize = keras.layers.Resizing(64, 64)


def load(image, mask):
    image = brightness(image)
    mask = brightness(mask)
    image, mask = resize(image), resize(mask)
    return flip(image, training=False), flip(mask, training=False)

# %% the seed is set before each
import tensorflow as tf
import keras

flip = keras.layers.RandomFlip()


def load(image, mask, seed):
    tf.random.set_seed(seed)
    image = tf.image.random_flip_left_right(image)
    tf.random.set_seed(seed)
    mask = tf.image.random_flip_left_right(mask)
    return image, mask

# %% one or the other, and images alone
import tensorflow as tf
import keras

flip = keras.layers.RandomFlip()


def load(image, mask, is_mask):
    if is_mask:
        return flip(mask)
    else:
        return flip(image)


def prepare(ds):
    return ds.map(lambda image, label: (flip(image, training=True), label))
