# Run: a loss made with reduction="none" has "sum_over_batch_size" after loading.
import keras
from keras import ops


# %% the reduction is lost
class Tilted(keras.losses.Loss):
    def __init__(self, alpha, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha

    def call(self, y_true, y_pred):
        return ops.mean(self.alpha * ops.abs(y_true - y_pred), -1)

    def get_config(self):  # LL503
        return {"alpha": self.alpha}


# %% the name of a metric is lost
class Hits(keras.metrics.Metric):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold
        self.hits = self.add_weight(name="hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits.assign_add(ops.sum(ops.cast(y_pred > self.threshold, "float32") * y_true))

    def result(self):
        return self.hits

    def get_config(self):  # LL503
        return {"threshold": self.threshold}
