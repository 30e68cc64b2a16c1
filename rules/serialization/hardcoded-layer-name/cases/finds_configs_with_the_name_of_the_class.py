# %% the name of the class
from tensorflow import keras


class Norm(keras.layers.Layer):
    def __init__(self, alpha=1e-4, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha

    def call(self, x):
        return x * self.alpha

    def get_config(self):
        return {"name": self.__class__.__name__, "alpha": self.alpha}  # LL509

# %% a constant
import keras


class Norm(keras.layers.Layer):
    def __init__(self, alpha=1e-4, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha

    def call(self, x):
        return x * self.alpha

    def get_config(self):
        config = super().get_config()
        config.update({"alpha": self.alpha, "name": "norm"})  # LL509
        return config
