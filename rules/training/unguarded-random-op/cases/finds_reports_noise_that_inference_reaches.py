import tensorflow as tf
from tensorflow import keras


# %% dropout
class Thin(keras.layers.Layer):
    def call(self, x):
        return tf.nn.dropout(x, rate=0.5)  # here  # LL103


# %% augmentation
class Mirror(keras.layers.Layer):
    def call(self, x, training=None):
        x = tf.image.random_flip_left_right(x)  # here  # LL103
        return x


# %% added noise
class Jitter(keras.layers.Layer):
    def call(self, x):
        noise = tf.random.normal(tf.shape(x), stddev=self.stddev)  # here  # LL103
        return x + noise


# %% added noise, scaled
class Jitter(keras.layers.Layer):
    def call(self, x):
        return x + self.amount * keras.random.normal(keras.ops.shape(x))  # here  # LL103


# %% added noise, by function
class Jitter(keras.layers.Layer):
    def call(self, x):
        return tf.add(x, tf.random.uniform(tf.shape(x), -1.0, 1.0))  # here  # LL103


# %% a mask
class DropPath(keras.layers.Layer):
    def call(self, x):
        keep = 1.0 - self.rate
        mask = tf.floor(keep + tf.random.uniform([tf.shape(x)[0], 1]))  # here  # LL103
        return x / keep * mask


# %% a mask from a comparison
class DropPath(keras.layers.Layer):
    def call(self, x, training=None):
        mask = tf.random.uniform([tf.shape(x)[0], 1]) < self.keep  # here  # LL103
        return x * tf.cast(mask, x.dtype)


# %% zeros by where
class Hide(keras.layers.Layer):
    def call(self, x, training=None):
        drop = tf.random.uniform(tf.shape(x)) < self.rate  # here  # LL103
        return tf.where(drop, 0.0, x)


# %% a factor around one
class Speckle(keras.layers.Layer):
    def call(self, x):
        return x * (1.0 + self.amount * tf.random.normal(tf.shape(x)))  # here  # LL103


# %% a shift, in a layer that is called so
class ShiftAugmentation(keras.layers.Layer):
    def call(self, x, training=None):
        return tf.roll(x, tf.random.uniform([], 0, 9, tf.int32), 1)  # here  # LL103


# %% in a function of the module
def disturb(x, amount):
    return x + amount * tf.random.normal(tf.shape(x))  # here  # LL103


class Jitter(keras.layers.Layer):
    def call(self, x, training=None):
        return disturb(x, self.amount)


# %% in a helper
class Jitter(keras.layers.Layer):
    def call(self, x, training=None):
        return self.disturb(x)

    def disturb(self, x):
        return x + tf.random.normal(tf.shape(x))  # here  # LL103


# %% with a seed
class Jitter(keras.layers.Layer):
    def call(self, x):
        return x + keras.random.normal(x.shape, seed=self.seed_generator)  # here  # LL103


# %% what says that it is for training
class Blur(keras.layers.Layer):
    """Regularises the layers behind it."""

    def call(self, x):
        return x + tf.random.normal(tf.shape(x), stddev=self.stddev)  # here  # LL103
