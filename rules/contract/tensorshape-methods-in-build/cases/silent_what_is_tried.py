from tensorflow.keras import layers


class Fit(layers.Layer):
    def build(self, input_shape):
        try:
            units = input_shape[-1].value
        except AttributeError:
            units = input_shape[-1]
        self.kernel = self.add_weight(shape=(units,), name="kernel")

    def call(self, x):
        return x * self.kernel
