# %% an initializer runs once
import keras
import numpy as np


class Spread(keras.initializers.Initializer):
    def __call__(self, shape, dtype=None):
        return np.random.normal(size=shape).astype(dtype or "float32")

    def get_config(self):
        return {}

# %% Keras draws
import keras
from keras import ops


class Damp(keras.constraints.Constraint):
    def __init__(self):
        self.seed = keras.random.SeedGenerator(1)

    def __call__(self, w):
        return w * ops.cast(keras.random.uniform(w.shape, seed=self.seed) > 0.1, w.dtype)

# %% drawn when it is made
import keras
import numpy as np
from keras import ops


class Fixed(keras.losses.Loss):
    def __init__(self, size=4, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.mask = np.random.rand(size)

    def call(self, y_true, y_pred):
        return ops.mean(self.mask * ops.square(y_true - y_pred), axis=-1)

# %% another method
import keras
import numpy as np
from keras import ops


class Shown(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return ops.mean(ops.square(y_true - y_pred), axis=-1)

    def example(self, size):
        return np.random.rand(size)
