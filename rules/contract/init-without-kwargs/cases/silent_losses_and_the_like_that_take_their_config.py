import keras
from keras import ops


# %% it takes both keys of its base
class Tilted(keras.losses.Loss):
    def __init__(self, alpha, reduction="sum_over_batch_size", name="tilted"):
        super().__init__(reduction=reduction, name=name)
        self.alpha = alpha

    def call(self, y_true, y_pred):
        return ops.mean(self.alpha * ops.abs(y_true - y_pred), -1)

    def get_config(self):
        return {**super().get_config(), "alpha": self.alpha}


# %% the config has nothing of the base
class Own(keras.losses.Loss):
    def __init__(self, alpha):
        super().__init__()
        self.alpha = alpha

    def call(self, y_true, y_pred):
        return ops.mean(self.alpha * ops.abs(y_true - y_pred), -1)

    def get_config(self):
        return {"alpha": self.alpha}


# %% the base of an initializer saves nothing
class Corner(keras.initializers.Initializer):
    def __init__(self, scale):
        self.scale = scale

    def __call__(self, shape, dtype=None):
        return self.scale * ops.ones(shape, dtype)

    def get_config(self):
        return {**super().get_config(), "scale": self.scale}
