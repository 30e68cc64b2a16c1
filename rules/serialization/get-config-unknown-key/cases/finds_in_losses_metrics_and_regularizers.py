import keras
from keras import ops


# %% a key that is spelled otherwise
class Smooth(keras.regularizers.Regularizer):
    def __init__(self, lambd, order=1):
        self.lambd = lambd
        self.order = order

    def __call__(self, x):
        return self.lambd * ops.sum(ops.square(x[self.order :] - x[: -self.order]))

    def get_config(self):
        return {"lambda": self.lambd, "order": self.order}  # LL504


# %% a metric names itself, and saves the name
class Hits(keras.metrics.Metric):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(name="hits", **kwargs)  # LL504
        self.threshold = threshold
        self.hits = self.add_weight(name="hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits.assign_add(ops.sum(ops.cast(y_pred > self.threshold, "float32") * y_true))

    def result(self):
        return self.hits

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}


# %% an attribute that nothing sets
class Corner(keras.initializers.Initializer):
    def __init__(self, scale):
        self._scale = scale

    def __call__(self, shape, dtype=None):
        return self._scale * ops.ones(shape, dtype)

    def get_config(self):
        return {"scale": self.scale}  # LL504
