import keras
from keras import ops


# %% a loss: `weights` are its own
class Weighted(keras.losses.Loss):
    def __init__(self, weights=(1.0, 1.0), reduction="sum_over_batch_size", name="weighted"):
        super().__init__(reduction=reduction, name=name)
        self.weights = weights

    def call(self, y_true, y_pred):
        return ops.mean(ops.array(self.weights) * ops.square(y_true - y_pred), -1)

    def get_config(self):  # LL502
        return super().get_config()


# %% a metric
class Hits(keras.metrics.Metric):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold
        self.hits = self.add_weight(name="hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits.assign_add(ops.sum(ops.cast(y_pred > self.threshold, "float32") * y_true))

    def result(self):
        return self.hits

    def get_config(self):  # LL502
        return {"name": self.name, "dtype": self.dtype}


# %% a constraint
class Between(keras.constraints.Constraint):
    def __init__(self, low=0.0, high=1.0):
        self.low = low
        self.high = high

    def __call__(self, w):
        return ops.clip(w, self.low, self.high)

    def get_config(self):  # LL502
        return {"low": self.low}


# %% a regularizer derived from one of the project
class Base(keras.regularizers.Regularizer):
    def __init__(self, strength=0.1):
        self.strength = strength

    def get_config(self):
        return {"strength": self.strength}


class Banded(Base):  # LL502
    def __init__(self, strength=0.1, width=3):
        super().__init__(strength)
        self.width = width

    def __call__(self, x):
        return self.strength * ops.sum(ops.abs(x[self.width :]))
