import keras


# %% put back at the end of the call
class LowRank(keras.layers.Dense):
    def build(self, input_shape):
        super().build(input_shape)
        self.delta = keras.ops.ones((input_shape[-1], self.units))

    def call(self, inputs):
        kernel = self.kernel.value
        self.kernel.assign_add(self.delta)
        outputs = super().call(inputs)
        self.kernel.assign(kernel)
        return outputs


# %% behind an early end
class Merged(LowRank):
    merged = False

    def call(self, inputs):
        if self.merged:
            return keras.layers.Dense.call(self, inputs)
        kernel = self.kernel.value
        self.kernel.assign_add(self.delta)
        outputs = keras.layers.Dense.call(self, inputs)
        self.kernel.assign(kernel)
        return outputs

    def merge(self):
        self.merged = True
