# Run: loaded from a `.keras` file, each has a dictionary, and calling it raises.
# %% seen where the layer is made
import keras
import numpy as np
from keras import ops


class Boxes(keras.layers.Layer):
    def __init__(self, size, ratios, variances, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.ratios = ratios
        self.variances = variances

    def call(self, x):
        sides = self.size * np.sqrt(self.ratios)
        return x[..., None] * ops.convert_to_tensor(sides * self.variances, "float32")

    def get_config(self):
        config = {
            "size": self.size,
            "ratios": self.ratios,  # LL505
            "variances": self.variances,  # LL505
        }
        return dict(list(super().get_config().items()) + list(config.items()))


ratios = np.array([0.5, 1.0, 2.0])
inputs = keras.Input((4,))
model = keras.Model(inputs, Boxes(8, ratios, variances=np.ones(3))(inputs))
other = keras.Model(inputs, Boxes(8, ratios, np.ones(3).astype("float32"))(inputs))


# %% by its annotation
import keras
import numpy as np


class Mixing(keras.layers.Layer):
    def __init__(self, matrix: np.ndarray, **kwargs):
        super().__init__(**kwargs)
        self.matrix = matrix

    def call(self, x):
        return keras.ops.matmul(x, self.matrix)

    def get_config(self):
        return {**super().get_config(), "matrix": self.matrix}  # LL505


# %% by its default
import keras
import numpy as np


class Filter(keras.layers.Layer):
    def __init__(self, taps=np.array([0.25, 0.5, 0.25]), **kwargs):
        super().__init__(**kwargs)
        self.taps = taps

    def call(self, x):
        return keras.ops.sum(x[..., None] * self.taps, axis=-1)

    def get_config(self):
        config = super().get_config()
        config.update(taps=self.taps)  # LL505
        return config
