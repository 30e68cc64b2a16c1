# %% a helper may have the default, call has not
import keras
from keras import ops


class SpecMask(keras.layers.Layer):
    def __init__(self, width=8, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.seed = keras.random.SeedGenerator()

    def _band(self, spectrogram, training=True):
        if not training:
            return spectrogram
        noise = keras.random.uniform(ops.shape(spectrogram), seed=self.seed)
        return spectrogram * ops.cast(noise > 0.1, spectrogram.dtype)

    def call(self, spectrogram, training=None):
        return self._band(spectrogram, training=training)


# %% the flag is in the signature for the sake of the interface
from tensorflow import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, features, training=True):
        return features * self.factor


# %% a loss whose call is no layer's
import tensorflow as tf


class SmoothedLoss(tf.keras.losses.Loss):
    def call(self, y_true, y_pred, training=True):
        y_true = y_true * 0.9 + 0.05 if training else y_true
        return tf.reduce_mean(tf.square(y_true - y_pred), axis=-1)


# %% an augmentation that a dataset maps
import keras
from keras import ops


class RandomGrayscale(keras.layers.Layer):
    """Augmentation: turns images gray with a probability, as a part of the input pipeline."""

    def __init__(self, probability=0.2, **kwargs):
        super().__init__(**kwargs)
        self.probability = probability
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, images, training=True):
        if not training:
            return images
        gray = ops.mean(images, axis=-1, keepdims=True)
        chosen = keras.random.uniform((ops.shape(images)[0], 1, 1, 1), seed=self.seed_generator)
        return ops.where(chosen < self.probability, gray, images)
