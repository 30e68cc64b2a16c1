import keras
from keras import layers, ops


class PerImageRotation(layers.Layer):
    """Rotates each picture of a batch by an angle of its own."""

    def __init__(self, factor=0.4, **kwargs):
        super().__init__(**kwargs)
        self.pipeline = keras.Sequential([layers.RandomTranslation(factor, factor)])

    def one(self, image):
        return self.pipeline(image[None], training=True)[0]

    def call(self, images, training=None):
        if training:
            images = self.pipeline(images, training=True)
        return images
