from tensorflow import keras


class Exact(keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.loc = keras.layers.Dense(units)

    def __call__(self, inputs, training=True):  # LL407
        return self.loc(inputs)


class Scaled(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.scale = keras.layers.Dense(units)

    def __call__(self, inputs):  # LL407
        return self.scale(inputs)


class Both(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.all = keras.layers.Dense(units)

    def __call__(self, inputs):  # LL407
        return self.all(inputs)
