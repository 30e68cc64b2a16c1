import keras
from keras import ops


# %% of a constraint
class Between(keras.constraints.Constraint):
    def __init__(self, low=0.0, **kwargs):
        super().__init__(**kwargs)
        self.low = low

    def __call__(self, w):
        return ops.maximum(w, self.low)

    def get_config(self):
        return {"low": self.low}


# %% of a regularizer, whose `get_config` raises
class Lean(keras.regularizers.Regularizer):
    def __init__(self, strength=0.1, **kwargs):
        super().__init__(**kwargs)
        self.strength = strength

    def __call__(self, x):
        return self.strength * ops.sum(ops.abs(x))

    def get_config(self):
        return {"strength": self.strength}


# %% what can come back is saved
class Tilted(keras.losses.Loss):
    def __init__(self, alpha, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha

    def call(self, y_true, y_pred):
        return ops.mean(self.alpha * ops.abs(y_true - y_pred), -1)

    def get_config(self):
        return {"alpha": self.alpha, "name": self.name, "reduction": self.reduction}
