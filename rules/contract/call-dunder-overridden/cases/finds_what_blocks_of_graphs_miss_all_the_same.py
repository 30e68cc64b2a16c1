from tensorflow import keras
from tensorflow.keras import layers


class Conv(keras.Model):
    def __init__(self, filters):
        super().__init__()
        self.conv = layers.Conv2D(filters, 3)

    def __call__(self, x):
        return self.conv(x)


class Pair(keras.Model):
    def __init__(self, filters):
        super().__init__()
        self.first = Conv(filters)
        self.second = Conv(filters)

    def __call__(self, x):
        return self.second(self.first(x))


class Norm(keras.Model):
    def __init__(self):
        super().__init__()
        self.norm = layers.BatchNormalization()

    def __call__(self, x, training=False):  # LL407
        return self.norm(x, training=training)


class Gain(layers.Layer):
    def __init__(self):
        super().__init__()
        self.gain = self.add_weight(shape=(), name="gain")

    def __call__(self, x):  # LL407
        return x * self.gain
