from tensorflow import keras


class Projection(keras.layers.Dense):
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
