# %% augmentation that a probability switches
import keras
from keras import ops


class Mixup(keras.layers.Layer):
    def __init__(self, alpha=0.2, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha
        self.seed = keras.random.SeedGenerator()

    def call(self, images, training=None):
        if self.alpha is not None:
            training = self.alpha > 0
        if not training:
            return images
        weight = keras.random.beta((ops.shape(images)[0], 1, 1, 1), 1.0, self.alpha, seed=self.seed)  # LL116
        return weight * images + (1 - weight) * ops.flip(images, axis=0)


# %% statistics of a graph layer
import tensorflow as tf


class NeighbourMean(tf.keras.layers.Layer):
    def __init__(self, track=True, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.track = track
        self.momentum = momentum

    def build(self, input_shape):
        self.mean = self.add_weight(
            name="mean", shape=(input_shape[-1],), initializer="zeros", trainable=False
        )

    def call(self, nodes, training=None):
        update = bool(training)
        if self.momentum < 1.0:
            update = self.track
        if update:
            batch = tf.reduce_mean(nodes, axis=(0, 1))
            self.mean.assign(self.momentum * self.mean + (1 - self.momentum) * batch)  # LL116
        return nodes - self.mean


# %% the flag goes on to a sublayer
from tensorflow.keras import layers


class FineTuned(layers.Layer):
    """A feature extractor whose normalization follows whether the layer is fine-tuned."""

    def __init__(self, fine_tune=False, **kwargs):
        super().__init__(**kwargs)
        self.fine_tune = fine_tune
        self.conv = layers.Conv1D(8, 3)
        self.norm = layers.BatchNormalization()

    def call(self, audio, training=None):
        training = self.fine_tune
        return self.norm(self.conv(audio), training=training)  # LL116


# %% a word dropout that depends on its rate
from keras import layers, ops, random


class WordDropout(layers.Layer):
    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.generator = random.SeedGenerator(1)

    def call(self, tokens, training=False):
        should_drop = training
        should_drop = self.rate > 0.0
        if should_drop:
            keep = random.uniform(ops.shape(tokens), seed=self.generator) > self.rate  # LL116
            tokens = ops.where(keep, tokens, 0)
        return tokens
