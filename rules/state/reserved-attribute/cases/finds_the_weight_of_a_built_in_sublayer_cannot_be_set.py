import keras as keras


# %% keras-Dense(3)-True
class Half(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = keras.layers.Dense(3)

    def call(self, x):
        self.inner.kernel = self.inner.kernel / 2.0  # LL212
        return self.inner(x)


# %% keras-Conv2D(3, 1)-True
class Half(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = keras.layers.Conv2D(3, 1)

    def call(self, x):
        self.inner.kernel = self.inner.kernel / 2.0  # LL212
        return self.inner(x)
