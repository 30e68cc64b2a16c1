import keras
from keras import ops


# %% `**kwargs` takes what the base saves
class Tilted(keras.losses.Loss):
    def __init__(self, alpha, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha

    def call(self, y_true, y_pred):
        return ops.mean(self.alpha * ops.abs(y_true - y_pred), -1)

    def get_config(self):
        return {"alpha": self.alpha, "reduction": self.reduction, "name": self.name}


# %% the name is a default
class Hits(keras.metrics.Metric):
    def __init__(self, threshold=0.5, name="hits", **kwargs):
        super().__init__(name=name, **kwargs)
        self.threshold = threshold
        self.hits = self.add_weight(name="hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits.assign_add(ops.sum(ops.cast(y_pred > self.threshold, "float32") * y_true))

    def result(self):
        return self.hits

    def get_config(self):
        return {**super().get_config(), "threshold": self.threshold}
