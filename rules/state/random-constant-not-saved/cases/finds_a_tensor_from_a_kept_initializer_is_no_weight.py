from tensorflow import keras


# %% keras.initializers.HeNormal()-(shape[-1], self.units)-True
class Table(keras.layers.Layer):
    def __init__(self, units=2, kernel_initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.make = keras.initializers.HeNormal()

    def build(self, shape):
        self.kernel = self.make((shape[-1], self.units))  # LL219

    def call(self, x):
        return x @ self.kernel


# %% keras.initializers.get(kernel_initializer)-shape=(shape[-1], self.u...
class Table(keras.layers.Layer):
    def __init__(self, units=2, kernel_initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.make = keras.initializers.get(kernel_initializer)

    def build(self, shape):
        self.kernel = self.make(shape=(shape[-1], self.units))  # LL219

    def call(self, x):
        return x @ self.kernel
