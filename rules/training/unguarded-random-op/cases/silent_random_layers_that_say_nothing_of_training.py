import tensorflow as tf
from tensorflow import keras


# %% images that a generator makes
class IntensityAugmentation(keras.layers.Layer):
    """Changes the intensities of an image at random."""

    def call(self, image):
        return image + tf.random.normal(tf.shape(image), stddev=self.stddev)


# %% a crop
class RandomCrop(keras.layers.Layer):
    def call(self, image):
        kept = tf.random.uniform(tf.shape(image)) < self.share
        return image * tf.cast(kept, image.dtype)


# %% what is added to whole numbers, for a density
class Dequantise(keras.layers.Layer):
    def call(self, x):
        return x + tf.random.uniform(tf.shape(x))


# %% what says that it goes on
class AddNoise(keras.layers.Layer):
    """Adds noise. Also applies to the test phase."""

    def call(self, x):
        return x + tf.random.normal(tf.shape(x))


# %% whatever the mode
class TwoWayDropout(keras.layers.Layer):
    """Drops in any case, no matter if in the phase of learning or not."""

    def call(self, x):
        return tf.nn.dropout(x, rate=0.5)
