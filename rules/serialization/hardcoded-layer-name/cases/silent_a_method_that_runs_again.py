import tensorflow as tf
from tensorflow.keras import layers as kl


class TinyResNet:
    def __init__(self, width=4, blocks=2):
        self.width = width
        self.blocks = blocks
        self.count = 0

    def residual(self, x):
        self.count += 1
        y = kl.Conv2D(self.width, 3, padding="same")(x)
        y = kl.BatchNormalization(name="bn%d" % self.count)(y)
        y = kl.ReLU()(y)
        return kl.add([x, y])

    def __call__(self):
        img = tf.keras.Input((8, 8, 3))
        x = kl.Conv2D(self.width, 1)(img)
        for _ in range(self.blocks):
            x = self.residual(x)
        x = kl.GlobalAvgPool2D()(x)
        return tf.keras.Model(img, kl.Dense(1)(x))
