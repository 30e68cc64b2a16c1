from tensorflow import keras


# %% an argument that a subclass or other code reads is left alone
class Projection(keras.layers.Layer):
    def __init__(self, units=2, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_regularizer = kernel_regularizer


    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(2, 2))

    def call(self, x):
        return x @ self.kernel

    def get_config(self):
        return {**super().get_config(), "units": self.units, "kernel_regularizer": self.kernel_regularizer}


class Child(Projection):
    def build(self, input_shape):
        self.w = self.add_weight(regularizer=self.kernel_regularizer)


# %% an argument that a subclass or other code reads is left alone
class Projection(keras.layers.Layer):
    def __init__(self, units=2, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_regularizer = kernel_regularizer


    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(2, 2))

    def call(self, x):
        return x @ self.kernel

    def get_config(self):
        return {**super().get_config(), "units": self.units, "kernel_regularizer": self.kernel_regularizer}


def report(layer):
    return layer.kernel_regularizer
