# Run: keras.losses.deserialize(keras.losses.serialize(loss)) raises TypeError on both generations.
import keras
from keras import ops


# %% a loss
class Tilted(keras.losses.Loss):
    def __init__(self, alpha):  # LL404
        super().__init__()
        self.alpha = alpha

    def call(self, y_true, y_pred):
        return ops.mean(self.alpha * ops.abs(y_true - y_pred), -1)

    def get_config(self):
        return {**super().get_config(), "alpha": self.alpha}


# %% a metric that takes its name alone
class Hits(keras.metrics.Metric):
    def __init__(self, threshold=0.5, name="hits"):  # LL404
        super().__init__(name=name)
        self.threshold = threshold
        self.hits = self.add_weight(name="hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits.assign_add(ops.sum(ops.cast(y_pred > self.threshold, "float32") * y_true))

    def result(self):
        return self.hits

    def get_config(self):
        config = super().get_config()
        config["threshold"] = self.threshold
        return config
