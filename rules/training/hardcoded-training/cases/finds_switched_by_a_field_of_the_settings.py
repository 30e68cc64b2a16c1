from dataclasses import dataclass

import tensorflow as tf
from tensorflow import keras


@dataclass
class BackboneSettings:
    filters: int = 8
    freeze_norm: bool = False


class Backbone(keras.Model):
    def __init__(self, settings=None, **kwargs):
        super().__init__(**kwargs)
        self.settings = settings or BackboneSettings()
        self.conv = keras.layers.Conv2D(self.settings.filters, 3, padding="same")
        self.norm = keras.layers.BatchNormalization()

    def call(self, images, training=None):
        learn = not self.settings.freeze_norm
        features = self.conv(images)
        features = self.norm(features, training=learn)  # LL110
        return tf.nn.relu(features)
