from tensorflow import keras
from tensorflow.keras import layers


class Conv(keras.Model):
    def __init__(self, filters):
        super().__init__()
        self.conv = layers.Conv2D(filters, 3)
        self.norm = layers.BatchNormalization()

    def __call__(self, x):
        return self.norm(self.conv(x))


class Stack(keras.Model):
    def __init__(self, filters):
        super().__init__()
        self.blocks = [Conv(each) for each in filters]

    def __call__(self, x, training=False, **kwargs):
        for block in self.blocks:
            x = block(x)
        return x


class Squeeze(keras.Model):
    def __init__(self, filters):
        super().__init__()
        self.dense = layers.Dense(filters, activation="sigmoid")

    def __call__(self, x):
        return layers.multiply([x, self.dense(x)])


BLOCKS = {"conv": Conv, "stack": Stack, "squeeze": Squeeze}
