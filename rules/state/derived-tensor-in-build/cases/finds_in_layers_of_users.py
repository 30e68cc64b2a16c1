# %% a normalized kernel made in build
import keras
from keras import ops


class Cosine(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        self.normed = self.kernel / ops.norm(self.kernel, axis=0)  # LL208

    def call(self, x):
        return ops.matmul(x, self.normed)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
