from keras import Model, layers


class Light(layers.Layer):
    """What only the other one takes is left to it."""

    def __init__(self, filters, **kwargs):
        super().__init__()
        self.conv = layers.SeparableConv2D(filters, 3)

    def call(self, x):
        return self.conv(x)


class Full(layers.Layer):
    def __init__(self, filters, middle, **kwargs):
        super().__init__()
        self.conv = layers.Conv2D(middle, 1)
        self.last = layers.Conv2D(filters, 3)

    def call(self, x):
        return self.last(self.conv(x))


class Generator(Model):
    def __init__(self, light=False):
        super().__init__()
        if light:
            block = Light
        else:
            block = Full
        self.first = block(filters=8, middle=4)

    def call(self, x):
        return self.first(x)
