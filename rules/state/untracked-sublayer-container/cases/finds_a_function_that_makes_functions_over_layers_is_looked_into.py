from tensorflow import keras


# %% apply
def block(filters):
    conv = keras.layers.Conv2D(filters, 3)

    def apply(x):
        return conv(x)

    return apply


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.down = [block(filters) for filters in (8, 16)]  # LL215

    def call(self, x):
        for block in self.down:
            x = block(x)
        return x


# %% lambda x: conv(x)
def block(filters):
    conv = keras.layers.Conv2D(filters, 3)

    def apply(x):
        return conv(x)

    return lambda x: conv(x)


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.down = [block(filters) for filters in (8, 16)]  # LL215

    def call(self, x):
        for block in self.down:
            x = block(x)
        return x
