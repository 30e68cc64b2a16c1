# %% its own
from tensorflow import keras


class Norm(keras.layers.Layer):
    def __init__(self, alpha=1e-4, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha

    def call(self, x):
        return x * self.alpha

    def get_config(self):
        return {"name": self.name, "alpha": self.alpha}

# %% under another key
import keras


class Norm(keras.layers.Layer):
    def __init__(self, alpha=1e-4, kind="Norm", **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha
        self.kind = kind

    def call(self, x):
        return x * self.alpha

    def get_config(self):
        return {**super().get_config(), "alpha": self.alpha, "kind": type(self).__name__}
