# %% a random layer for each image
import tensorflow as tf
from tensorflow import keras


class Augment(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.flip = keras.layers.RandomFlip("horizontal")

    def call(self, images, training=None):
        if not training:
            return images
        return tf.vectorized_map(lambda image: self.flip(image, training=True), images)  # LL604


# %% a function inside of call
import keras
from keras import ops


class WordShuffle(keras.layers.Layer):
    """Moves the words of each sentence."""

    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.generator = keras.random.SeedGenerator(seed)

    def call(self, tokens):
        def shuffle(sentence):
            return keras.random.shuffle(sentence, seed=self.generator)  # LL604

        return ops.vectorized_map(shuffle, tokens)


# %% dropout of nodes, one graph after the other
from keras import layers, ops


class GraphDropout(layers.Layer):
    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(rate, noise_shape=(None, 1))

    def _one(self, nodes):
        return self.drop(nodes, training=True)  # LL604

    def call(self, graphs, training=None):
        return ops.vectorized_map(self._one, graphs) if training else graphs


# %% in a helper of the helper
import keras
from keras.ops import vectorized_map


class TimeShift(keras.layers.Layer):
    def __init__(self, limit=10, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit
        self.seeds = keras.random.SeedGenerator()

    def _amount(self):
        return keras.random.randint((), -self.limit, self.limit, seed=self.seeds)  # LL604

    def _shift(self, wave):
        return keras.ops.roll(wave, self._amount(), axis=0)

    def call(self, waves):
        return vectorized_map(self._shift, waves)
