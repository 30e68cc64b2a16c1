# %% gradient cut by assign
import keras
from keras import ops


class WeightNorm(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.v = self.add_weight(name="v", shape=shape)
        self.g = self.add_weight(name="g", shape=(self.units,), initializer="ones")
        self.kernel = self.add_weight(name="kernel", shape=shape, trainable=False)

    def call(self, x):
        self.kernel.assign(self.g * self.v / ops.norm(self.v, axis=0))  # LL210
        return ops.matmul(x, self.kernel)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
