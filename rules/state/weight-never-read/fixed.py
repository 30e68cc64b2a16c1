from tensorflow import keras


class Gate(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        width = input_shape[-1]
        self.w_in = self.add_weight(name="w_in", shape=(width, self.units))
        self.b_in = self.add_weight(name="b_in", shape=(self.units,), initializer="zeros")
        self.w_out = self.add_weight(name="w_out", shape=(width, self.units))
        self.b_out = self.add_weight(name="b_out", shape=(self.units,), initializer="zeros")

    def call(self, x):
        opened = keras.activations.sigmoid(x @ self.w_in + self.b_in)
        return opened * keras.activations.tanh(x @ self.w_out + self.b_out)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
