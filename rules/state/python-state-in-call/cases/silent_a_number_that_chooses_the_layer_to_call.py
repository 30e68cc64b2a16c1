import tensorflow as tf
from tensorflow.keras import layers


class BoxNet(tf.keras.Model):
    def __init__(self, width, levels=5):
        super().__init__()
        self.conv = layers.Conv2D(width, 3, padding="same")
        self.norms = [layers.BatchNormalization() for _ in range(levels)]
        self.level = 0

    def call(self, feature):
        feature = self.norms[self.level](self.conv(feature))
        self.level += 1
        return feature
